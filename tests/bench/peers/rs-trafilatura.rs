// Make text of pages' bodies with rs-trafilatura: rs-trafilatura FILE...
fn main() {
    for name in std::env::args().skip(1) {
        let page = std::fs::read(&name).expect("a page to read");
        let _ = rs_trafilatura::extract(&String::from_utf8_lossy(&page));
    }
}

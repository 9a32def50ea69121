// Parse pages with html5ever: html5ever FILE...
use html5ever::tendril::TendrilSink;
use html5ever::{parse_document, ParseOpts};
use markup5ever_rcdom::RcDom;

fn main() {
    for name in std::env::args().skip(1) {
        let page = std::fs::read(&name).expect("a page to read");
        parse_document(RcDom::default(), ParseOpts::default())
            .from_utf8()
            .read_from(&mut &page[..])
            .expect("a tree");
    }
}

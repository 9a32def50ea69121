/* Opens and closes the menu of small screens. */
(function () {
  var menu = document.querySelector('.menu--mobile');
  var title = menu && menu.querySelector('h2');

  if (!title) {
    return;
  }
  title.addEventListener('click', function () {
    menu.classList.toggle('is-open');
  });
}());

// Handing in with a bar that shows how far it is; what was chosen and typed stays where the connection is lost.

function swap(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  let first = null;
  for (const part of document.querySelectorAll("[data-swap]")) {
    const fresh = page.querySelector(`[data-swap="${part.dataset.swap}"]`);
    if (!fresh) continue;
    part.replaceChildren(...fresh.childNodes);
    first ??= part.querySelector(".error");
  }
  first?.scrollIntoView({ block: "center" });
}

function send(form) {
  const bar = form.querySelector("[data-sending]");
  const notices = ["failed", "away", "refused"].map((why) => document.querySelector(`[data-upload-${why}]`));
  const [failed, away, refused] = notices;
  const button = form.querySelector("button:not([type=button])");
  const request = new XMLHttpRequest();
  const ended = () => { bar.hidden = true; button.disabled = false; };
  const stop = (notice) => { ended(); notice.hidden = false; notice.scrollIntoView({ block: "center" }); };
  const lost = () => stop(failed);
  request.upload.addEventListener("progress", (now) => { if (now.lengthComputable) bar.value = 100 * now.loaded / now.total; });
  request.addEventListener("error", lost);
  request.addEventListener("timeout", lost);
  request.addEventListener("load", () => {
    const to = new URL(request.responseURL).pathname;
    if (request.status >= 400) return stop(refused);
    if (to === new URL(away.querySelector("a").href).pathname) return stop(away);
    if (to !== new URL(form.action).pathname) return location.assign(request.responseURL);
    ended();
    swap(request.responseText);
  });
  for (const notice of notices) notice.hidden = true;
  bar.hidden = false;
  bar.value = 0;
  button.disabled = true;
  request.open("POST", form.action);
  request.send(new FormData(form));
}

for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
}

// A column that now says what kind of custody it was is shown with its words at once.
for (const form of document.querySelectorAll("form[data-mapping]")) {
  const look = form.querySelector("[data-look]");
  look.hidden = true;
  form.addEventListener("change", (event) => {
    const { target } = event;
    if (target.name?.startsWith("slot-") && (target.value === "Custody.state" || target.dataset.state)) form.requestSubmit(look);
  });
  for (const choice of form.querySelectorAll("select[name^=slot-]")) {
    if (choice.value === "Custody.state") choice.dataset.state = "1";
  }
}

// When the connection is lost, what was typed stays on the page and a notice says that it was not sent.
// Nothing is kept in the browser's storage: a laptop that is stolen holds nothing.

const PATIENCE = 5000; // milliseconds for a server to answer at all
const asked = new WeakSet();
let again = null;

function say(resend) {
  again = resend;
  const notice = document.querySelector("[data-lost]");
  if (notice) notice.hidden = false;
}

function unsay() {
  again = null;
  const notice = document.querySelector("[data-lost]");
  if (notice) notice.hidden = true;
}

async function answers(probe) {
  try {
    await fetch(probe, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch {
    return false;
  }
}

// A form that leaves the page would leave it for the browser's own error page: it is asked first who is there.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const probe = document.querySelector("link[rel=icon]")?.href;
  const leaves = form.method === "post" && !form.matches("[hx-post]") && !event.defaultPrevented;
  if (!leaves || !probe || asked.delete(form)) return;
  event.preventDefault();
  const send = async () => {
    if (!(await answers(probe))) return say(send);
    unsay();
    asked.add(form);
    form.requestSubmit(submitter);
  };
  await send();
});

// A part of a page: htmx says so itself, and the form is still there.
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const form = event.detail.elt?.closest?.("form");
    say(form ? () => form.requestSubmit() : () => window.location.reload());
  });
}
document.addEventListener("htmx:afterOnLoad", unsay);

document.querySelector("[data-lost-again]")?.addEventListener("click", () => again?.());

package io.satisflow.wall.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page in the browser. Remembers what went wrong in it, and whom it wanted to reach. */
public final class Tab implements AutoCloseable {
    private static final Duration LOOK_EACH = Duration.ofMillis(50);

    private final DevTools tools;
    private final String session;
    private final String target;
    private final String context;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String session, String target, String context) {
        this.tools = tools;
        this.session = session;
        this.target = target;
        this.context = context;
        tools.listen(session, this::hear);
        call("Page.enable", object());
        call("Runtime.enable", object());
        call("Log.enable", object());
        call("Network.enable", object());
    }

    String context() {
        return context;
    }

    private void hear(JsonNode said) {
        JsonNode about = said.path("params");
        switch (said.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                problems.add(about.path("exceptionDetails")
                        .path("exception")
                        .path("description")
                        .asText(about.path("exceptionDetails").path("text").asText()));
            case "Runtime.consoleAPICalled" -> {
                if (about.path("type").asText().equals("error")) {
                    problems.add(about.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                JsonNode entry = about.path("entry");
                if (entry.path("level").asText().equals("error")) {
                    problems.add(entry.path("text").asText() + " "
                            + entry.path("url").asText());
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(about.path("request").path("url").asText());
            default -> {}
        }
    }

    /** Errors of scripts, of the console, and of the network. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Every address that it has asked for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void open(String address) {
        call("Page.navigate", object().put("url", address));
    }

    public void reload() {
        call("Page.reload", object());
    }

    /** @param ratio pixels of the screen to one of the page */
    public void size(int width, int height, double ratio, boolean isPhone) {
        call(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", ratio)
                        .put("mobile", isPhone));
    }

    /** @param theme dark or light, as if the system said so */
    public void theme(String theme) {
        ObjectNode media = object();
        media.putArray("features")
                .add(object().put("name", "prefers-color-scheme").put("value", theme));
        call("Emulation.setEmulatedMedia", media);
    }

    /** @param zone of the browser, such as Asia/Tokyo */
    public void zone(String zone) {
        call("Emulation.setTimezoneOverride", object().put("timezoneId", zone));
    }

    /** Runs before any script of each page that is opened from now on. */
    public void first(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", object().put("source", script));
    }

    /** What an expression is worth; a promise is waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate",
                object().put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)
                        .put("userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new BrowserException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** The text that is shown. */
    public String text() {
        return evaluate("document.body ? document.body.innerText : ''").asText();
    }

    /**
     * Waits until an expression is true.
     *
     * @throws BrowserException when it does not come to be; tells what is shown instead
     */
    public void await(String expression, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        // While a page is being replaced there may be nothing to ask.
        String asked = "(() => { try { return Boolean(" + expression + "); } catch { return false; } })()";
        while (!evaluate(asked).asBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BrowserException("Within %s this did not come to be: %s%nShown is:%n%s%nProblems: %s"
                        .formatted(atMost, expression, text(), problems));
            }
            try {
                Thread.sleep(LOOK_EACH.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrowserException("Interrupted while waiting for " + expression, e);
            }
        }
    }

    /** Waits until a text is shown. */
    public void awaitText(String text, Duration atMost) {
        await("document.body && document.body.innerText.includes(" + quoted(text) + ")", atMost);
    }

    /** Clicks the first element that a selector finds, as a script would. */
    public void click(String selector) {
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    public static String quoted(String text) {
        return DevTools.MAPPER.getNodeFactory().textNode(text).toString();
    }

    /** From the next page on. */
    public void hideScrollBars() {
        call("Emulation.setScrollbarsHidden", object().put("hidden", true));
    }

    /** Of what is seen, as PNG. */
    public void screenshot(Path file) {
        byte[] png = Base64.getDecoder()
                .decode(call("Page.captureScreenshot", object().put("format", "png"))
                        .path("data")
                        .asText());
        try {
            Files.write(file, SmallPng.of(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        return tools.call(session, method, parameters);
    }

    private static ObjectNode object() {
        return DevTools.MAPPER.createObjectNode();
    }

    @Override
    public void close() {
        tools.call(null, "Target.closeTarget", object().put("targetId", target));
    }
}

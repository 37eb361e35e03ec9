package io.satisflow.wall.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for all tests; without one they are skipped, and say what to do. */
final class BrowserExtension implements ExecutionCondition, BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> binary = Chromium.find();
        return binary.isPresent()
                ? ConditionEvaluationResult.enabled(binary.get().toString())
                : ConditionEvaluationResult.disabled(Chromium.REMEDY);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser(context);
    }

    static Chromium browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("browser", key -> new Shared(), Shared.class)
                .browser;
    }

    /** Closed by JUnit when all tests are over. */
    private static final class Shared implements ExtensionContext.Store.CloseableResource {
        private final Chromium browser = Chromium.start(Chromium.find().orElseThrow());

        @Override
        public void close() {
            browser.close();
        }
    }
}

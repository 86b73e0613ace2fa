package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.e2e.operate.Dashboards;
import parlance.e2e.operate.Series;
import parlance.e2e.operate.Tool;

/** Grafana's own look is not tested: there is none here. */
class DashboardsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void everyQueryOfTheDashboardsFindsSeriesInARunningSuite() throws Exception {
        new Tool("prometheus", "prometheus").require();
        var series = new Series(TestSuite.shared().observe());

        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            var unanswered = new HashSet<>(Dashboards.queries());
            await().atMost(LIMIT)
                    .ignoreNoExceptions()
                    .until(
                            () -> {
                                bob.receives(ann.sends(chat, "how are you?"));
                                unanswered.removeIf(series::exist);
                                return unanswered;
                            },
                            Set::isEmpty);
        });
        assertThat(undocumented(series)).isEmpty();
    }

    /** Metrics of ours that a running suite has and docs/metrics.md has not. */
    private static ArrayList<String> undocumented(Series series) throws Exception {
        var page = Files.readString(Tool.ROOT.resolve("docs/metrics.md"));
        var unknown = new ArrayList<String>();
        for (var name : series.names()) {
            var text = name.asText();
            var listed = text.replaceFirst("_(bucket|count|sum|max)$", "");
            if (text.startsWith("parlance_")
                    && !page.contains("`" + listed + "`")
                    && !page.contains("`" + text + "`")) {
                unknown.add(text);
            }
        }
        return unknown;
    }
}

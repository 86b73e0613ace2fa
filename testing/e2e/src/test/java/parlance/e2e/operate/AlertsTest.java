package parlance.e2e.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Tool PROMTOOL = new Tool("promtool", "prometheus");
    private static final String RULES = "deploy/prometheus/rules/parlance.yaml";

    @Test
    void prometheusTakesTheRules() throws Exception {
        PROMTOOL.runs("check", "rules", RULES);
    }

    @Test
    void theyFireWhenTheyShouldAndOnlyThen() throws Exception {
        PROMTOOL.runs("test", "rules", "deploy/prometheus/tests/parlance_test.yaml");
    }

    @Test
    void everyAlertIsTestedAndExplained() throws IOException {
        var alerts = found(RULES, "- alert: (\\w+)");
        var tests =
                Files.readString(Tool.ROOT.resolve("deploy/prometheus/tests/parlance_test.yaml"));

        assertThat(alerts).hasSizeGreaterThan(10).allMatch(tests::contains);
        assertThat(found("docs/runbook.md", "(?m)^## (Parlance\\w+)"))
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(found(RULES, "runbook_url: docs/runbook.md#(\\w+)"))
                .containsExactlyElementsOf(
                        alerts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    private static List<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Tool.ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

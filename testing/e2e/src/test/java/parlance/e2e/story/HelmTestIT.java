package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Project;
import parlance.local.launcher.Suite;

/** What {@code helm test} runs in a cluster, with the chart's own arguments. */
class HelmTestIT {

    private static final Path ROOT = Project.find().root();
    private static final Path POD = ROOT.resolve("helm/parlance/templates/tests/send-message.yaml");
    private static final Path PROGRAM =
            ROOT.resolve("testing/load/target/app/parlance-testing-load.jar");
    private static final Pattern ARGUMENT = Pattern.compile("- (--[a-z-]+)(=\\S+)?");

    @Test
    void twoUsersExchangeMessagesAndLeave() throws Exception {
        var suite = TestSuite.shared();
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:MaxRAM=192m", "-jar", PROGRAM.toString()));
        command.addAll(argumentsFor(suite));

        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("unacked 0, lost 0, doubled 0, reordered 0");
    }

    /** Without a front door: sockets at a gateway, logins at auth-service. */
    private static List<String> argumentsFor(Suite suite) throws IOException {
        return ARGUMENT.matcher(Files.readString(POD))
                .results()
                .map(argument ->
                        switch (argument.group(1)) {
                            case "--url" -> "--url=" + suite.http("gateway-1");
                            case "--login-url" -> "--login-url=" + suite.http("auth-1");
                            default -> argument.group().substring(2);
                        })
                .toList();
    }
}

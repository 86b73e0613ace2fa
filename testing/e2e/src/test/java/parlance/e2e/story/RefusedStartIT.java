package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.Suite;
import parlance.local.launcher.SuiteSettings;

/** What {@code ./parlance up} refuses, with a reason, and with nothing left behind. */
class RefusedStartIT {

    private final DataDirectory dataDirectory = TestSuite.newHome();

    @BeforeAll
    static void somethingRuns() {
        TestSuite.shared();
    }

    @AfterEach
    void wipe() {
        dataDirectory.wipe();
    }

    @Test
    void aSecondOneInTheSamePlace() {
        assertThatThrownBy(() -> create(TestSuite.sharedHome(), SuiteSettings.defaults()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("runs already");
    }

    @Test
    void aBusyFrontDoor() {
        var port = TestSuite.shared().frontDoor().getPort();

        assertThatThrownBy(
                        () -> create(dataDirectory, SuiteSettings.defaults().withFrontPort(port)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("port " + port + " is busy");
    }

    @Test
    void aServiceThatDiesAtItsStart() {
        var settings = SuiteSettings.defaults().with("PARLANCE_SEAL_PRIVATE_KEYS", "");
        var suite = create(dataDirectory, settings);

        assertThatThrownBy(() -> suite.start(Progress.silent()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("parlance.seal.private-keys");
        assertThat(new ManagedProcesses(dataDirectory).all()).noneMatch(ManagedProcess::isAlive);
    }

    private static Suite create(DataDirectory dataDirectory, SuiteSettings settings) {
        return Suite.create(Project.find(), dataDirectory, settings);
    }
}

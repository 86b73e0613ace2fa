package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Child;
import parlance.local.infra.Children;
import parlance.local.infra.Home;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.Suite;
import parlance.local.launcher.SuiteSettings;

/** What {@code ./parlance up} refuses, with a reason, and with nothing left behind. */
class RefusedStartIT {

    private final Home home = TestSuite.newHome();

    @BeforeAll
    static void somethingRuns() {
        TestSuite.shared();
    }

    @AfterEach
    void wipe() {
        home.wipe();
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

        assertThatThrownBy(() -> create(home, SuiteSettings.defaults().withFrontPort(port)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("port " + port + " is busy");
    }

    @Test
    void aServiceThatDiesAtItsStart() {
        var settings = SuiteSettings.defaults().with("PARLANCE_SEAL_PRIVATE_KEYS", "");
        var suite = create(home, settings);

        assertThatThrownBy(() -> suite.start(Progress.silent()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("parlance.seal.private-keys");
        assertThat(new Children(home).all()).noneMatch(Child::isAlive);
    }

    private static Suite create(Home home, SuiteSettings settings) {
        return Suite.create(Project.find(), home, settings);
    }
}

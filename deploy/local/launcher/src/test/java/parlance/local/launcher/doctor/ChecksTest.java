package parlance.local.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Runtime.Version;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import parlance.local.launcher.doctor.CheckResult.Verdict;

class ChecksTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void wantsTheJdkThatWeBuildOn() {
        assertThat(Checks.jdk(Version.parse("25.0.3")).verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.jdk(Version.parse("21.0.5")).verdict()).isEqualTo(Verdict.BAD);
    }

    @Test
    void comparesMavensVersionAsNumbers() {
        assertThat(Checks.maven("Apache Maven 3.8.7\nJava…").verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.maven("Apache Maven 3.10.1 (x)").verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.maven("Apache Maven 3.8.6").verdict()).isEqualTo(Verdict.BAD);
        assertThat(Checks.maven("command not understood").verdict()).isEqualTo(Verdict.POOR);
    }

    @Test
    void saysWhatIsTooLittle() {
        assertThat(Checks.memory(8 * GIGABYTE).verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.memory(2 * GIGABYTE).text()).contains("2 GB").contains("2.5 GB");
        assertThat(Checks.disk(10 * GIGABYTE).verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.disk(GIGABYTE).verdict()).isEqualTo(Verdict.BAD);
        assertThat(Checks.cores(2).verdict()).isEqualTo(Verdict.FINE);
        assertThat(Checks.cores(1).verdict()).isEqualTo(Verdict.POOR);
        assertThat(Checks.openFiles(1_024).text()).contains("ulimit -n");
    }

    @Test
    void aBusyPortIsBadUnlessItIsOurs() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Checks.port(other.getLocalPort(), false).verdict()).isEqualTo(Verdict.BAD);
            assertThat(Checks.port(other.getLocalPort(), true).verdict()).isEqualTo(Verdict.FINE);
        }
        assertThat(Checks.port(0, false).verdict()).isEqualTo(Verdict.FINE);
    }
}

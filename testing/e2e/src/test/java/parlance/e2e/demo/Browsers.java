package parlance.e2e.demo;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** As many browsers as one story needs at once: to start one takes longer than most stories. */
final class Browsers implements AutoCloseable {

    private static final Dimension SCREEN = new Dimension(1000, 700);
    private static final List<Path> CHROMES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/local/bin/chromedriver"));

    private final Deque<ChromeDriver> idle = new ArrayDeque<>();

    static boolean areInstalled() {
        return first(CHROMES).isPresent() && first(DRIVERS).isPresent();
    }

    /** Opens the page in an idle browser that has no state of the page. */
    Browser open(URI page, String name) {
        var driver = idle.isEmpty() ? start() : idle.pop();
        driver.manage().window().setSize(SCREEN);
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin",
                Map.of("origin", originOf(page), "storageTypes", "all"));
        driver.get(page.toString());
        return new Browser(driver, this::putBack, name);
    }

    /** Leaves the page, so that its connection ends. */
    private void putBack(ChromeDriver driver) {
        driver.get("about:blank");
        idle.push(driver);
    }

    private static String originOf(URI page) {
        return page.getScheme() + "://" + page.getAuthority();
    }

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary(first(CHROMES).orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(first(DRIVERS).orElseThrow())
                        .usingAnyFreePort()
                        .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<File> first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).map(Path::toFile).findFirst();
    }

    @Override
    public void close() {
        idle.forEach(ChromeDriver::quit);
    }
}

package parlance.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import parlance.e2e.client.TestSuite;
import parlance.testing.client.TcpProxy;

/** People at the page that local mode serves: see web/README.md. */
@EnabledIf("parlance.e2e.demo.Browsers#areInstalled")
class DemoPageIT {

    private static final byte[] ONE_PIXEL =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                    + "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static final Browsers BROWSERS = new Browsers();

    @AfterAll
    static void close() {
        BROWSERS.close();
    }

    @Test
    void twoPeopleChatAndOneGoesOfflineAndComesBack() {
        try (var tcpProxy = TcpProxy.to(TestSuite.shared().frontDoor());
                var ann = open("ann");
                var bob = BROWSERS.open(tcpProxy.uri(), "bob")) {
            ann.signsUp();
            bob.signsUp();

            ann.beginsChat("", bob);
            ann.writes("noon?");
            bob.opensChat(ann.login);
            bob.see(".message", "noon?");
            ann.see(".message.mine.read", "noon?");

            tcpProxy.cut();
            bob.see("#state", "Offline");
            bob.writes("on my way");
            bob.see(".message.waiting", "on my way");
            ann.writes("by the fountain");

            tcpProxy.mend();
            bob.see(".message", "by the fountain");
            ann.see(".message", "on my way");
            bob.see(".message.mine.read", "on my way");
            assertThat(bob.texts(".message")).hasSize(3);
            assertThat(bob.shows("#state")).isFalse();
        }
    }

    @Test
    void aReloadLosesNobodyAndNothing() {
        try (var ann = open("ann");
                var bob = open("bob")) {
            ann.signsUp();
            bob.signsUp();
            ann.beginsChat("", bob);
            ann.writes("still there?");
            ann.see(".message.mine.sent", "still there?");

            ann.reloads();

            ann.opensChat(bob.login);
            ann.see(".message.mine.sent", "still there?");
        }
    }

    @Test
    void aGroupShowsWhoWritesAndWhoTypes() {
        try (var ann = open("ann");
                var bob = open("bob");
                var cat = open("cat")) {
            ann.signsUp();
            bob.signsUp();
            cat.signsUp();

            ann.beginsChat("Lunch", bob, cat);
            bob.opensChat("Lunch");
            cat.opensChat("Lunch");
            bob.startsWriting("I th");
            cat.see("#typing", bob.login + " is typing");
            bob.writes("ink so");

            ann.see(".message .author", bob.login);
            cat.see(".message", "I think so");
        }
    }

    @Test
    void aPictureIsSentAndSeen(@TempDir Path folder) throws Exception {
        var picture = Files.write(folder.resolve("dot.png"), ONE_PIXEL);
        try (var ann = open("ann");
                var bob = open("bob")) {
            ann.signsUp();
            bob.signsUp();
            ann.beginsChat("", bob);
            bob.opensChat(ann.login);

            ann.attaches(picture);

            var image = bob.see(".message img[alt='dot.png'][src]");
            assertThat(image.getDomProperty("naturalWidth")).isEqualTo("1");
        }
    }

    @Test
    void aPhoneShowsOneThingAtATime() {
        try (var ann = open("ann");
                var bob = open("bob")) {
            bob.signsUp();
            ann.usesScreenOf(390, 800);
            ann.signsUp();

            ann.beginsChat("", bob);

            assertThat(ann.shows("#chats")).isFalse();
            assertThat(ann.evaluates("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            ann.clicks("#back");
            ann.see("#chats", bob.login);
            assertThat(ann.shows("#conversation")).isFalse();
        }
    }

    @Test
    void aWrongPasswordIsSaidWhereAScreenReaderHearsIt() {
        try (var ann = open("ann")) {
            ann.see("#sign-in [name=login]").sendKeys("nobody-of-this-name");
            ann.see("#sign-in [name=password]").sendKeys("wrong");
            ann.clicks("#sign-in [value=in]");

            ann.see("#sign-in [role=alert]", "Incorrect username or password.");
        }
    }

    private static Browser open(String name) {
        return BROWSERS.open(TestSuite.shared().frontDoor(), name);
    }
}

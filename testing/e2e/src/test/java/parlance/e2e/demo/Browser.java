package parlance.e2e.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person in front of one browser, who looks and waits as people do. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Consumer<ChromeDriver> owner;
    final String login;

    /** At a page, with an account whose login begins with {@code name}; the owner gets it back. */
    Browser(ChromeDriver driver, Consumer<ChromeDriver> owner, String name) {
        this.driver = driver;
        this.owner = owner;
        this.login = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    void signsUp() {
        see("#sign-in [name=login]").sendKeys(login);
        see("#sign-in [name=password]").sendKeys("secret-of-a-story");
        clicks("#sign-in [value=up]");
        see("#me");
    }

    /** One other: a one-to-one; more: a group of this name. */
    void beginsChat(String groupName, Browser... others) {
        clicks("#new-chat");
        for (var other : others) {
            see("#new-chat-dialog [name=keyword]").sendKeys(other.login);
            clicks("#new-chat-dialog .found button");
        }
        if (others.length > 1) {
            see("#new-chat-dialog [name=name]").sendKeys(groupName);
        }
        clicks("#new-chat-dialog .begin");
        see("#text");
    }

    void opensChat(String name) {
        click("chat " + name, () -> chats().filter(chat -> nameOf(chat).equals(name)).findFirst());
        see("#text");
    }

    void writes(String text) {
        see("#text").sendKeys(text, Keys.ENTER);
    }

    void startsWriting(String text) {
        see("#text").sendKeys(text);
    }

    void attaches(Path file) {
        driver.findElement(By.id("file")).sendKeys(file.toString());
    }

    void reloads() {
        driver.navigate().refresh();
    }

    void usesScreenOf(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Waits for an element that is visible. */
    WebElement see(String selector) {
        return waitFor(selector, () -> visible(selector).findFirst());
    }

    /** Waits for an element with this text in it. */
    WebElement see(String selector, String text) {
        return waitFor(
                selector + " with " + text,
                () ->
                        visible(selector)
                                .filter(element -> element.getText().contains(text))
                                .findFirst());
    }

    void clicks(String selector) {
        click(selector, () -> visible(selector).findFirst());
    }

    boolean shows(String selector) {
        return visible(selector).findAny().isPresent();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    Object evaluates(String script) {
        return driver.executeScript("return " + script);
    }

    private Stream<WebElement> visible(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed);
    }

    private Stream<WebElement> chats() {
        return driver.findElements(By.cssSelector("#chats button")).stream();
    }

    private static String nameOf(WebElement chat) {
        return chat.findElement(By.className("name")).getText();
    }

    private interface Look {
        Optional<WebElement> at();
    }

    private WebElement waitFor(String what, Look look) {
        return patiently(what).until(_ -> look.at().orElse(null));
    }

    /** The click belongs to the look: the page may draw a list anew between the two. */
    private void click(String what, Look look) {
        patiently(what)
                .until(_ -> {
                    var target = look.at();
                    target.ifPresent(WebElement::click);
                    return target.isPresent();
                });
    }

    private WebDriverWait patiently(String what) {
        var wait = new WebDriverWait(driver, PATIENCE);
        wait.withMessage(() -> login + " sees no " + what)
                .ignoring(StaleElementReferenceException.class);
        return wait;
    }

    @Override
    public void close() {
        owner.accept(driver);
    }
}

package parlance.local.launcher.admin;

import java.util.List;
import java.util.Locale;
import parlance.local.infra.StartupFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dead-letters",
        description = "Shows what could not be processed, and puts it back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeadLetters {

    @Mixin private Target target = new Target();

    @Command(description = "Lists the letters that nobody has dealt with.")
    void list() {
        try (var shelf = new DeadLetterReader(target)) {
            shelf.open()
                    .forEach(letter ->
                            System.out.println(
                                    String.format(
                                            Locale.ROOT,
                                            "%-28s %8d  %s  %-28s %s",
                                            letter.topic(),
                                            letter.offset(),
                                            letter.at(),
                                            letter.what(),
                                            letter.reason())));
        }
    }

    @Command(description = "Shows one letter's headers.")
    void show(
            @Parameters(paramLabel = "TOPIC") String topic,
            @Parameters(paramLabel = "OFFSET") long offset,
            @Option(names = "--body", description = "Also what a user may have written.")
                    boolean body) {
        try (var shelf = new DeadLetterReader(target)) {
            var letter = find(shelf, topic, offset);
            System.out.print(letter.headers());
            if (body) {
                System.out.println(letter.body());
            }
        }
    }

    @Command(description = "Puts letters back where they were: those that are open, or one.")
    void replay(
            @Parameters(paramLabel = "TOPIC") String topic,
            @Parameters(arity = "0..1", paramLabel = "OFFSET", defaultValue = "-1") long offset) {
        try (var shelf = new DeadLetterReader(target)) {
            var letters =
                    offset >= 0
                            ? List.of(find(shelf, topic, offset))
                            : shelf.open().stream().filter(l -> isOf(topic, l)).toList();
            shelf.replay(letters);
            System.out.println(letters.size() + " put back");
        }
    }

    @Command(
            description = "Leaves the open letters of a topic as they are, and lists them no more.")
    void dismiss(@Parameters(paramLabel = "TOPIC") String topic) {
        try (var shelf = new DeadLetterReader(target)) {
            var letters = shelf.open().stream().filter(letter -> isOf(topic, letter)).toList();
            shelf.remember(letters);
            System.out.println(letters.size() + " dismissed");
        }
    }

    private boolean isOf(String topic, DeadLetter letter) {
        return letter.topic().equals(target.fullName(topic));
    }

    private DeadLetter find(DeadLetterReader shelf, String topic, long offset) {
        return shelf.all(target.fullName(topic)).stream()
                .filter(letter -> letter.offset() == offset)
                .findFirst()
                .orElseThrow(() -> new StartupFailure("no letter " + offset + " on " + topic));
    }
}

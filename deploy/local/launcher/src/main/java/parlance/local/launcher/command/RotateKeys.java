package parlance.local.launcher.command;

import java.util.concurrent.Callable;
import parlance.local.launcher.HomeLock;
import parlance.local.launcher.KeyRotation;
import picocli.CommandLine.Command;

@Command(
        name = "rotate-keys",
        description =
                "Signs access tokens with a new key; those signed with the old one stay valid.",
        mixinStandardHelpOptions = true)
final class RotateKeys implements Callable<Integer> {

    @Override
    public Integer call() {
        var here = Here.find();
        try (var _ = HomeLock.take(here.home())) {
            here.running();
            new KeyRotation(here.project(), here.home()).run(new LiveProgress());
        }
        return 0;
    }
}

package parlance.local.launcher.command;

import java.util.concurrent.Callable;
import parlance.local.launcher.DataDirectoryLock;
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
        var localContext = LocalContext.find();
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            localContext.running();
            new KeyRotation(localContext.project(), localContext.dataDirectory())
                    .run(new LiveProgress());
        }
        return 0;
    }
}

package parlance.local.launcher.command;

import java.util.concurrent.Callable;
import parlance.local.infra.secrets.GeneratedSecrets;
import picocli.CommandLine.Command;

@Command(
        name = "secrets",
        description =
                "Prints new secrets for a deployment, as an env file: for kubectl create secret"
                        + " generic --from-env-file, or deploy/compose/.env.",
        mixinStandardHelpOptions = true)
final class Secrets implements Callable<Integer> {

    @Override
    public Integer call() {
        GeneratedSecrets.create().forEach((name, value) -> System.out.println(name + "=" + value));
        return 0;
    }
}

package parlance.user.account;

import io.smallrye.config.ConfigMapping;
import parlance.kit.limit.Limit;

/** How often one user may try to change the password. */
@ConfigMapping(prefix = "parlance.user.password-change")
interface PasswordChangeConfig extends Limit {}

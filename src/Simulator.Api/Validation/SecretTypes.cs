namespace Simulator.Api.Validation;

/// <summary>What secrets of each type must hold (ValidateSecret in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class SecretTypes
{
    private const string DockerConfig = ".dockercfg";

    private const string DockerConfigJson = ".dockerconfigjson";

    private const string AccountName = "kubernetes.io/service-account.name";

    private static readonly FieldPath Data = FieldPath.Root("data");

    /// <summary>The key of the docker configuration; null for other types.</summary>
    public static string? DockerConfigKeyOf(string type) => type switch
    {
        "kubernetes.io/dockercfg" => DockerConfig,
        "kubernetes.io/dockerconfigjson" => DockerConfigJson,
        _ => null,
    };

    public static void Check(Secret secret, FieldErrors errors)
    {
        switch (secret.Type)
        {
            case "kubernetes.io/service-account-token": CheckToken(secret, errors); break;
            case "kubernetes.io/dockercfg": CheckDocker(secret, DockerConfig, errors); break;
            case "kubernetes.io/dockerconfigjson": CheckDocker(secret, DockerConfigJson, errors); break;
            case "kubernetes.io/basic-auth" when !secret.Keys.Contains("username")
                && !secret.Keys.Contains("password"):
                RequireOdd(errors, "username", "password"); break;
            case "kubernetes.io/ssh-auth" when !secret.Keys.Contains("ssh-privatekey")
                || secret.EmptyKeys.Contains("ssh-privatekey"):
                RequireOdd(errors, "ssh-privatekey"); break;
            case "kubernetes.io/tls": Require(secret, errors, "tls.crt", "tls.key"); break;
        }
    }

    private static void CheckToken(Secret secret, FieldErrors errors)
    {
        if (secret.Metadata.Annotations.ValueOrEmpty(AccountName).Length == 0)
            errors.Required(FieldPath.Metadata.Child("annotations").Key(AccountName));
    }

    private static void CheckDocker(Secret secret, string key, FieldErrors errors)
    {
        if (!secret.Keys.Contains(key)) errors.Required(Data.Key(key));
        else if (secret.DockerConfigFault.Length > 0) errors.Invalid(Data.Key(key), "<secret contents redacted>", secret.DockerConfigFault);
    }

    private static void Require(Secret secret, FieldErrors errors, params IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (!secret.Keys.Contains(key)) errors.Required(Data.Key(key));
        }
    }

    /// <summary>With a path as the original spells it.</summary>
    private static void RequireOdd(FieldErrors errors, params IEnumerable<string> keys)
    {
        foreach (var key in keys) errors.Required(FieldPath.Root("data[%s]").Key(key));
    }
}

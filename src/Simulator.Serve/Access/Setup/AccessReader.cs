using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Access.Roles;

namespace Simulator.Serve.Access.Setup;

/// <summary>Reads the files of <see cref="AccessSettings"/>; all that is wrong is told at once.</summary>
public static class AccessReader
{
    /// <summary>Null after errors.</summary>
    /// <param name="clusters">Names of those that are served, the federation among them.</param>
    public static AccessRules? Read(AccessSettings settings, IReadOnlyCollection<string> clusters, Diagnostics diagnostics)
    {
        var own = new Diagnostics();
        var modes = ModesOf(settings, own);
        var passwords = Read(settings.BasicFile, CredentialFiles.ReadPasswords, own);
        var tokens = Read(settings.TokenFile, CredentialFiles.ReadTokens, own);
        var rules = new AccessRules
        {
            Authenticators = [.. new IAuthenticator?[] { passwords, new ClientCertificate(), tokens }.OfType<IAuthenticator>()],
            Modes = modes,
            Policies = Read(settings.PolicyFile, AbacFile.Read, own) ?? [],
            SuperUser = settings.SuperUser,
            Roles = settings.RolesFile is { } roles ? ServiceRolesFile.Read(roles, clusters, own) : null,
            ClientAuthorities = AuthoritiesOf(settings.ClientAuthorityFile, own),
        };
        diagnostics.AddAll(own);
        return own.HasErrors ? null : rules;
    }

    /// <summary>The combinations that 1.3.10 refuses (NewAuthorizerFromAuthorizationConfig in pkg/apiserver/authz.go).</summary>
    private static IReadOnlyList<string> ModesOf(AccessSettings settings, Diagnostics diagnostics)
    {
        var modes = settings.Modes?.Split(',') ?? [settings.RolesFile is null ? AccessMode.AlwaysAllow : AccessMode.Roles];
        foreach (var mode in modes.Where(mode => !AccessMode.All.Contains(mode)))
        {
            var hint = Wording.DidYouMean(mode, AccessMode.All);
            Say($"found '{Wording.Shortened(mode)}'; allowed are {Wording.Listed(AccessMode.All)}{hint}");
        }

        foreach (var mode in modes.GroupBy(mode => mode).Where(same => same.Count() > 1)) Say($"{mode.Key} is named more than once");
        Need(AccessMode.Abac, settings.PolicyFile is not null, "--authorization-policy-file");
        Need(AccessMode.Roles, settings.RolesFile is not null, "--roles");
        if (settings.SuperUser.Length > 0 && !modes.Contains(AccessMode.Rbac)) Say("--authorization-rbac-super-user is for mode RBAC only");
        return modes;

        void Say(string sentence) => diagnostics.Error("--authorization-mode", 0, 0, sentence);

        void Need(string mode, bool isGiven, string option)
        {
            if (modes.Contains(mode) && !isGiven) Say($"{mode} needs {option}");
            if (!modes.Contains(mode) && isGiven) Say($"{option} is for mode {mode} only");
        }
    }

    private static T? Read<T>(string? path, Func<string, string, Diagnostics, T?> read, Diagnostics diagnostics)
        where T : class
    {
        if (path is null || SourceFile.Read(path, diagnostics) is not { } bytes) return null;
        return SourceFile.Decode(path, bytes.Span, diagnostics) is { } text ? read(path, text, diagnostics) : null;
    }

    private static X509Certificate2Collection AuthoritiesOf(string? path, Diagnostics diagnostics)
    {
        var authorities = new X509Certificate2Collection();
        if (path is null) return authorities;
        try
        {
            authorities.ImportFromPemFile(path);
            if (authorities.Count == 0) diagnostics.Error(path, 1, 1, "holds no certificate; allowed are certificates as PEM");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or CryptographicException)
        {
            diagnostics.Error(path, 0, 0, $"cannot be read: {broken.Message}");
        }

        return authorities;
    }
}

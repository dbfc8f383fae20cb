using System.CommandLine;
using System.Net;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Access.Setup;
using Simulator.Serve.Hosting;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>Options about who may do what at the ports, under the names of 1.3.10's flags where it has them.</summary>
internal sealed class AccessOptions
{
    private readonly Option<int?> _securePort = new("--secure-port")
    {
        Description = "Serve with TLS and authentication, too: port of the first cluster; each further one has the next (6443 where "
            + "another option asks for it).",
        HelpName = "N",
    };

    private readonly Option<string> _address = new("--bind-address")
    {
        Description = "Where the secure ports listen; the insecure ones never leave this machine.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<bool> _isSecureOnly = new("--secure-only") { Description = "No insecure port; so it is with --roles." };

    private readonly Option<string?> _certificate = Of("--tls-cert-file", "Certificate of the secure ports; without it one is generated.");

    private readonly Option<string?> _key = Of("--tls-private-key-file", "Its key.");

    private readonly Option<string?> _folder = Of("--cert-dir", "Folder that keeps the generated certificate authority.");

    private readonly Option<string?> _authorities =
        Of("--client-ca-file", "Authorities of client certificates: the user is the common name.");

    private readonly Option<string?> _tokens = Of("--token-auth-file", "token,user,uid[,\"group1,group2\"] a line.");

    private readonly Option<string?> _passwords = Of("--basic-auth-file", "password,user,uid a line.");

    private readonly Option<string?> _modes = new("--authorization-mode")
    {
        Description = "AlwaysAllow, AlwaysDeny, ABAC, RBAC, Roles; several with commas.",
        HelpName = "MODES",
    };

    private readonly Option<string?> _policies = Of("--authorization-policy-file", "For ABAC: one policy a line.");

    private readonly Option<string?> _superUser = new("--authorization-rbac-super-user")
    {
        Description = "For RBAC: may everything.",
        HelpName = "USER",
    };

    private readonly Option<string?> _roles = Of("--roles", "Binds users and groups to roles on clusters (simulator access review).");

    private readonly Option<string?> _audit = Of("--audit-log-path", "Appends who did what, in the format of 1.4.");

    private readonly Option<string?> _auditJson = Of("--audit-json-path", "The same as one JSON object a line, with what was refused.");

    private readonly Option<string?> _kubeconfig =
        Of("--kubeconfig", "Writes a kubeconfig with a certificate that reaches the secure ports.");

    private readonly Option<string> _kubeconfigUser = new("--kubeconfig-user")
    {
        Description = "Whom that certificate names.",
        HelpName = "USER",
        DefaultValueFactory = _ => "admin",
    };

    public void AddTo(Command verb)
    {
        Option[] all =
        [
            _securePort, _address, _isSecureOnly, _certificate, _key, _folder, _authorities, _tokens, _passwords, _modes, _policies,
            _superUser, _roles, _audit, _auditJson, _kubeconfig, _kubeconfigUser,
        ];
        foreach (var option in all) verb.Add(option);
    }

    /// <summary>Null after sentences about what is wrong.</summary>
    /// <param name="clusters">Names of those that are served, the federation among them.</param>
    public GivenAccess? Read(ParseResult parsed, IReadOnlyCollection<string> clusters, DateTimeOffset now, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var settings = SettingsOf(parsed);
        var access = AccessReader.Read(settings, clusters, diagnostics);
        var isSecure = settings.SaysAnything || IsAskedFor(parsed);
        var tls = isSecure ? TlsReader.Read(TlsOf(parsed, diagnostics), now, diagnostics) : null;
        var logs = LogsOf(parsed, diagnostics);
        DiagnosticText.Write(diagnostics, screen);
        if (diagnostics.HasErrors || access is null) return null;
        return new GivenAccess(
            new ServeAccess
            {
                HasInsecurePort = !parsed.GetValue(_isSecureOnly) && settings.RolesFile is null,
                Logs = logs,
                Secure = tls is null ? null : SecureOf(parsed, access, tls),
            },
            tls, parsed.GetValue(_kubeconfig), parsed.GetValue(_kubeconfigUser)!);
    }

    private bool IsAskedFor(ParseResult parsed) =>
        parsed.GetValue(_securePort) is not null
        || parsed.GetValue(_isSecureOnly)
        || new[] { _certificate, _key, _folder, _kubeconfig }.Any(option => parsed.GetValue(option) is not null);

    private SecureAccess SecureOf(ParseResult parsed, AccessRules rules, TlsIdentity tls) =>
        new(tls.Certificate, rules with { ClientAuthorities = [.. rules.ClientAuthorities, tls.Authority.Certificate] })
        {
            Address = IPAddress.Parse(parsed.GetValue(_address)!),
            Port = parsed.GetValue(_securePort) ?? 6443,
        };

    private AccessSettings SettingsOf(ParseResult parsed) => new()
    {
        TokenFile = parsed.GetValue(_tokens),
        BasicFile = parsed.GetValue(_passwords),
        ClientAuthorityFile = parsed.GetValue(_authorities),
        Modes = parsed.GetValue(_modes),
        PolicyFile = parsed.GetValue(_policies),
        SuperUser = parsed.GetValue(_superUser) ?? "",
        RolesFile = parsed.GetValue(_roles),
    };

    private TlsSettings TlsOf(ParseResult parsed, Diagnostics diagnostics)
    {
        var text = parsed.GetValue(_address)!;
        if (!IPAddress.TryParse(text, out var address))
        {
            diagnostics.Error("--bind-address", 0, 0, $"found '{text}'; allowed is an IP address");
        }
        return new TlsSettings
        {
            Address = address ?? IPAddress.Loopback,
            CertificateFile = parsed.GetValue(_certificate),
            KeyFile = parsed.GetValue(_key),
            Folder = parsed.GetValue(_folder),
        };
    }

    private List<IAuditLog> LogsOf(ParseResult parsed, Diagnostics diagnostics)
    {
        var logs = new List<IAuditLog>();
        if (Append(parsed.GetValue(_audit), diagnostics) is { } text) logs.Add(new AuditText(text));
        if (Append(parsed.GetValue(_auditJson), diagnostics) is { } json) logs.Add(new AuditJson(json));
        return logs;
    }

    private static TextWriter? Append(string? path, Diagnostics diagnostics)
    {
        try
        {
            return path is null ? null : AuditFile.Append(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(path!, 0, 0, $"the audit log cannot be written: {refused.Message}");
            return null;
        }
    }

    private static Option<string?> Of(string name, string description) =>
        new(name) { Description = description, HelpName = name == "--cert-dir" ? "FOLDER" : "FILE" };
}

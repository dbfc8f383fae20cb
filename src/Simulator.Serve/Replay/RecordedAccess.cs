using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>Who might do what on a recorded server, from its flags.</summary>
internal sealed class RecordedAccess
{
    private const string LineEnd = " (one a line)";

    /// <summary>What a recording says of a client's certificate.</summary>
    private const string CertificateMark = "the client certificate CN=";

    private readonly IAccessGate _gate;
    private readonly Caller _caller;

    public RecordedAccess(RecordedCase recorded, IDocumentStore documents)
    {
        // The server that everybody may do everything on was asked through its insecure port: its flags only tell what there was.
        var flags = recorded.Server == "main" ? null : recorded.Head["server_flags"] as JsonObject;
        _gate = GateOf(flags ?? [], documents);
        _caller = new Caller
        {
            Port = recorded.Head.Text("transport") == "https" ? CallerPort.Secure : CallerPort.Insecure,
            CertificateName = CertificateIn(recorded.Head.Text("note")),
        };
    }

    public AccessVerdict Check(ServerRequest request) => _gate.Check(request with { Caller = _caller });

    /// <summary>The request as it goes on behind the gate.</summary>
    public ServerRequest Admit(ServerRequest request, AccessVerdict verdict) => verdict.Admit(request with { Caller = _caller });

    private static AccessGate GateOf(JsonObject flags, IDocumentStore documents)
    {
        var diagnostics = new Diagnostics();
        List<IAuthenticator?> authenticators =
        [
            Read(flags, "basic-auth-file", CredentialFiles.ReadPasswords, diagnostics), new ClientCertificate(),
            Read(flags, "token-auth-file", CredentialFiles.ReadTokens, diagnostics),
        ];
        IAuthorizer authorizer = flags.Text("authorization-mode") switch
        {
            "ABAC" => new AbacAuthorizer(Read(flags, "authorization-policy-file", AbacFile.Read, diagnostics) ?? []),
            "RBAC" => new RbacAuthorizer(documents, flags.Text("authorization-rbac-super-user")),
            _ => new AlwaysAllow(),
        };
        if (diagnostics.HasErrors) throw new InvalidDataException(diagnostics.Errors[0].ToString());
        return new AccessGate([.. authenticators.OfType<IAuthenticator>()], [authorizer]);
    }

    /// <summary>Files of credentials stand on one line, with semicolons for its ends.</summary>
    private static T? Read<T>(JsonObject flags, string flag, Func<string, string, Diagnostics, T?> read, Diagnostics diagnostics)
        where T : class
    {
        var text = flags.Text(flag);
        if (text.Length == 0) return null;
        var lines = text.EndsWith(LineEnd, StringComparison.Ordinal)
            ? text[..^LineEnd.Length].Replace("; ", "\n", StringComparison.Ordinal)
            : text;
        return read($"--{flag}", lines, diagnostics);
    }

    private static string? CertificateIn(string note)
    {
        var at = note.IndexOf(CertificateMark, StringComparison.Ordinal);
        return at < 0 ? null : note[(at + CertificateMark.Length)..].Split(' ')[0];
    }
}

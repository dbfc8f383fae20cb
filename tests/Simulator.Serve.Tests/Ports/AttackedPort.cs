using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>A served simulation with a viewer and an admin, at whose ports an attacker tries what he can.</summary>
public abstract class AttackedPort : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["tokens.csv"] = "vic-token,vic,1\nadm-token,adm,2\n",
        ["roles.yaml"] = "bindings:\n  - { role: viewer, users: [vic], clusters: [east] }\n  - { role: admin, users: [adm] }\n",
    };

    private static readonly string[] Access =
    [
        "--token-auth-file", "@tokens.csv", "--roles", "@roles.yaml", "--secure-port", "0", "--audit-log-path", "@audit.log",
        "--audit-json-path", "@audit.jsonl", "--kubeconfig", "@kubeconfig.yaml", "--kubeconfig-user", "adm",
    ];

    protected const string Viewer = "Authorization: Bearer vic-token";

    protected const string Admin = "Authorization: Bearer adm-token";

    private protected ServedProgram Served { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Served = await ServedProgram.Start(Files, Access);

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}

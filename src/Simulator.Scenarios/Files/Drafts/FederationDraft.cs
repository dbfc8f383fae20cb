using Simulator.Api.Documents;
using Simulator.ControlPlane.Federation;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A federation as the file has it.</summary>
internal sealed record FederationDraft
{
    public string Name { get; init; } = "federation";

    public string Domain { get; init; } = "example.com";

    /// <summary>Names of clusters, unread; null = all.</summary>
    public IReadOnlyList<SourceCursor>? Members { get; init; }

    public string Home { get; init; } = "";

    public FederationMode Mode { get; init; }

    public FederationOptions ControllerManager { get; init; } = new();

    public DnsProviderOptions Dns { get; init; } = new();

    public IReadOnlyList<Placed<WorkloadDraft>> Workloads { get; init; } = [];
}

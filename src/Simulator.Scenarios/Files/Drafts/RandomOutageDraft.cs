using Simulator.Engine;
using Simulator.World.Outages;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Drawn troubles as the file has them: what it does not say is published.</summary>
internal sealed record RandomOutageDraft
{
    public PlaceScope Per { get; init; }

    public OutageKind Kind { get; init; } = OutageKind.PowerLoss;

    public string Cluster { get; init; } = "";

    public IDistribution? Between { get; init; }

    public IDistribution? Lasts { get; init; }

    public double Share { get; init; } = 1;

    public double? Burst { get; init; }

    public double Factor { get; init; } = 10;

    public RandomOutageSpec In(string cluster) => new()
    {
        Kind = Kind,
        Cluster = cluster,
        Per = Per,
        Between = Between ?? PublishedRates.Between(Per),
        Lasts = Lasts ?? PublishedRates.Lasts(Per),
        Share = Share,
        Burst = Burst ?? PublishedRates.Burst(Per),
        Factor = Factor,
    };
}

using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Troubles drawn from the seed.</summary>
internal static class RandomOutageShape
{
    private static readonly KeysOf<RandomOutageDraft> Key = new();

    public static Shape<RandomOutageDraft> Value { get; } = new("random outage", new RandomOutageDraft(),
    [
        Key.Choice(
            "per", "what fails as a whole, each independently of the others", OutageShape.FailingPlaces, r => r.Per,
            (r, v) => r with { Per = v })
            .WithoutDefault()
            .Required(),
        Key.Choice("kind", "what happens to it", OutageShape.FailureKinds, r => r.Kind, (r, v) => r with { Kind = v }),
        Key.Text("cluster", "whose; optional if there is one cluster", r => r.Cluster, (r, v) => r with { Cluster = v }),
        Key.Distribution(
            "between",
            "from the return of a place (or the start) to its next trouble; published rates without this key: node 41 days, rack 2.5 "
                + "years, power unit 16 months, zone 5 years on average",
            (r, v) => r with { Between = v }),
        Key.Distribution(
            "lasts",
            "how long one lasts; published durations without this key: node median 5m, rack 1h to 6h, power unit 6h, zone median 98m",
            (r, v) => r with { Lasts = v }),
        Key.Number("share", "share of the machines of the place that are struck", 0.0001, 1, r => r.Share, (r, v) => r with { Share = v }),
        Key.Value(
            "burst",
            "probability that another place fails within 30 s of one that has failed; published without this key: node 0.22, others 0",
            Forms.Number(0, 0.99), cursor => cursor.Number(0, 0.99), null, (r, v) => r with { Burst = v }),
        Key.Number("factor", "how many times slower, with slow-node", 1, 1_000_000, r => r.Factor, (r, v) => r with { Factor = v }),
    ]);
}

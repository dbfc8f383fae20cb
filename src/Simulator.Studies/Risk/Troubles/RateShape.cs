using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>
/// The keys of a rates file. What one key of an entry may be depends on the others: <see cref="RateEntry"/> reads their values.
/// </summary>
internal static class RateShape
{
    private static readonly KeysOf<Entry> Key = new();

    private static readonly KeysOf<RatesDraft> FileKey = new();

    private static readonly Shape<Entry> EntryShape = new("rate", new Entry(),
    [
        Of(
            "kind", "what goes wrong; power-loss without this key (\"Kinds of trouble\" tells what each "
                + "does)", Forms.Choice(RateEntry.Kinds)),
        Of("per", "what fails as a whole, each on its own; needed where the kind may strike several", Forms.Choice(Words.All)),
        Of("aYear", "how often a year each place fails; beside between, one of both", Forms.Number(0, 100_000)),
        Of(
            "between", "from the return of a place to its next trouble, of which only the mean counts; published rates without either key: "
                + "node, rack, powerUnit, zone", Forms.Distribution),
        Of(
            "lasts", "how long one lasts; published durations without this key: node, rack, powerUnit, zone, region, instance",
            Forms.Distribution),
        Of("cluster", "whose; all clusters without this key", Forms.Text),
        Of("share", "share of the machines of the place that are struck; 1 without this key", Forms.Number(0.0001, 1)),
        Of(
            "burst",
            "probability that another place fails within 30 s of one that has failed; published without this key: node 0.22, others 0",
            Forms.Number(0, 0.99)),
        Of("factor", "how many times slower, of the kinds that slow something down; 10 without this key", Forms.Number(1, 1_000_000)),
    ]);

    public static Shape<RatesDraft> File { get; } = new("rates", new RatesDraft(),
    [
        FileKey.List("rates", "what goes wrong, a kind of trouble each", EntryShape, (file, entries) => new RatesDraft(entries)).Required(),
    ]);

    private static Key<Entry> Of(string name, string meaning, ValueForm form) =>
        Key.Value<SourceCursor>(name, meaning, form, cursor => cursor, null, (entry, _) => entry);

    /// <summary>An entry whose keys are known; the values are still to be read.</summary>
    internal sealed record Entry;

    internal sealed record RatesDraft(IReadOnlyList<Placed<Entry>> Rates)
    {
        public RatesDraft()
            : this([])
        {
        }
    }
}

namespace Simulator.Studies.Risk.Troubles;

/// <summary>What fails, as files and sentences call it.</summary>
internal static class Words
{
    private static readonly (TroublePer Per, string Key, string Plural)[] Table =
    [
        (TroublePer.Node, "node", "machines"),
        (TroublePer.Rack, "rack", "racks"),
        (TroublePer.PowerUnit, "powerUnit", "power units"),
        (TroublePer.Zone, "zone", "zones"),
        (TroublePer.Region, "region", "regions"),
        (TroublePer.ZonePair, "zonePair", "pairs of zones"),
        (TroublePer.Instance, "instance", "instances"),
        (TroublePer.Cluster, "cluster", "clusters"),
        (TroublePer.Federation, "federation", "federation"),
    ];

    public static IReadOnlyList<string> All => [.. Table.Select(row => row.Key)];

    public static string Key(TroublePer per) => Of(per).Key;

    public static string Plural(TroublePer per) => Of(per).Plural;

    public static TroublePer? Find(string key) => Array.Find(Table, row => row.Key == key) is { Key: not null } row ? row.Per : null;

    public static IReadOnlyList<string> Keys(IEnumerable<TroublePer> all) => [.. all.Select(Key)];

    private static (TroublePer Per, string Key, string Plural) Of(TroublePer per) => Array.Find(Table, row => row.Per == per);
}

using System.Globalization;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// Replaces names: of namespaces, objects, nodes and images, and the values of labels. The same name becomes the same word wherever it
/// stands, so that selectors, affinities and owners still fit; the same input gives the same words, for they are numbered in name order.
/// </summary>
internal sealed class Anonymous
{
    /// <summary>Values that say nothing about anybody: they stay, and so do short numbers.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "", "true", "false", "yes", "no", "linux", "windows", "amd64", "arm64", "default", "kube-system", "kube-public", "kubernetes",
        "system-cluster-critical", "system-node-critical", "control-plane", "master", "worker", PoolGroups.NoZone, "{name}",
    };

    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _below = new(StringComparer.Ordinal);
    private int _number;

    public static FoundCluster Of(FoundCluster cluster)
    {
        var anonymous = new Anonymous();
        var walk = new NameWalk(anonymous.See);
        foreach (var (_, json) in cluster.Objects) walk.Object(json);
        foreach (var row in cluster.Rows) anonymous.SeeRow(row);
        foreach (var pool in cluster.Pools) anonymous.SeePool(pool);
        anonymous.Number();
        return anonymous.Renamed(cluster);
    }

    private string See(string name)
    {
        _seen.Add(name);
        return name;
    }

    private void SeeRow(FoundRow row)
    {
        foreach (var name in new[] { row.Pod.Namespace, row.Pod.Name, row.Pod.Node, row.Owner[(row.Owner.IndexOf('/') + 1)..] }) See(name);
        foreach (var (_, value) in row.Pod.Labels.Pairs) See(value);
    }

    private void SeePool(FoundPool pool)
    {
        foreach (var node in pool.Nodes)
        {
            See(node.Name);
            See(node.Label(Api.WellKnownLabels.Hostname));
        }

        foreach (var taint in pool.Like.Taints) See(taint.Value);
        foreach (var (key, value) in pool.Labels)
        {
            See(value);
            NameWalk.Key(key, See);
        }

        See(pool.Zone);
    }

    private void Number()
    {
        foreach (var name in _seen) Make(name);
    }

    /// <summary>
    /// A name that begins with another one and a dash keeps that part, and the number of a pet: <c>web-7d4-x7b2q</c> becomes
    /// <c>n7-x1</c> where <c>web-7d4</c> became <c>n7</c>, and <c>data-db-0</c> the claim of <c>db-0</c>.
    /// </summary>
    private string Make(string name)
    {
        if (IsPlain(name)) return name;
        if (_words.TryGetValue(name, out var word)) return word;
        if (OwnerIn(name) is not { } owner) word = string.Create(CultureInfo.InvariantCulture, $"n{++_number}");
        else word = $"{Make(owner)}-{EndingOf(name[(owner.Length + 1)..], owner)}";
        _words.Add(name, word);
        return word;
    }

    private string EndingOf(string rest, string owner)
    {
        if (_seen.Contains(rest)) return Make(rest);
        if (rest.Length < 6 && rest.All(char.IsAsciiDigit)) return rest;
        var count = _below[owner] = _below.GetValueOrDefault(owner) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"x{count}");
    }

    /// <summary>The longest name before a dash that is one of its own.</summary>
    private string? OwnerIn(string name)
    {
        for (var dash = name.LastIndexOf('-'); dash > 0; dash = name.LastIndexOf('-', dash - 1))
        {
            if (_seen.Contains(name[..dash]) && !IsPlain(name[..dash])) return name[..dash];
        }

        return null;
    }

    private static bool IsPlain(string name) =>
        Plain.Contains(name) || (name.Length <= 5 && name.All(letter => char.IsAsciiDigit(letter) || letter == '.'));

    private string Word(string name) => _words.GetValueOrDefault(name, name);

    private FoundCluster Renamed(FoundCluster cluster)
    {
        var walk = new NameWalk(Word);
        foreach (var (_, json) in cluster.Objects) walk.Object(json);
        var objects = cluster.Objects
            .Select(value => (Name: Renamed(value.Name), value.Json))
            .OrderBy(value => value.Name)
            .ToList();
        var labels = new Dictionary<PodLabels, PodLabels>(ReferenceEqualityComparer.Instance);
        return cluster with
        {
            Objects = objects,
            Rows = [.. cluster.Rows.Select(row => Renamed(row, labels))
                .OrderBy(row => row.Pod.Namespace, StringComparer.Ordinal).ThenBy(row => row.Pod.Name, StringComparer.Ordinal)],
            Pools = [.. cluster.Pools.Select(Renamed)],
            Zones = [.. cluster.Zones.Select(Word).Order(StringComparer.Ordinal)],
            Silent = [.. cluster.Silent.Select(Word).Order(StringComparer.Ordinal)],
        };
    }

    private FoundName Renamed(FoundName name) => name with { Namespace = Word(name.Namespace), Name = Word(name.Name) };

    private FoundRow Renamed(FoundRow row, Dictionary<PodLabels, PodLabels> labels)
    {
        if (!labels.TryGetValue(row.Pod.Labels, out var known))
        {
            labels.Add(row.Pod.Labels, known = new PodLabels([.. row.Pod.Labels.Pairs.Select(Renamed)]));
        }

        var cut = row.Owner.IndexOf('/', StringComparison.Ordinal);
        var more = row.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => $"{pair[0]}={Word(pair[1])}");
        return new FoundRow(
            row.Pod with
            {
                Namespace = Word(row.Pod.Namespace),
                Name = Word(row.Pod.Name),
                Node = Word(row.Pod.Node),
                Labels = known,
            },
            cut < 0 ? "" : $"{row.Owner[..cut]}/{Word(row.Owner[(cut + 1)..])}", Word(row.Like), string.Join(' ', more));
    }

    private KeyValuePair<string, string> Renamed(KeyValuePair<string, string> label) =>
        KeyValuePair.Create(NameWalk.Key(label.Key, Word), Word(label.Value));

    private FoundPool Renamed(FoundPool pool, int index)
    {
        List<DumpNode> nodes = [.. pool.Nodes.Select(node => node with
        {
            Name = Word(node.Name),
            Labels = [.. node.Labels.Where(label => label.Key == Api.WellKnownLabels.Hostname)
                .Select(label => KeyValuePair.Create(label.Key, Word(label.Value)))],
        }).OrderBy(node => node.Name, StringComparer.Ordinal)];
        var taints = pool.Like.Taints.Select(taint => taint with { Value = Word(taint.Value) });
        return pool with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"pool-{index + 1}"),
            Zone = Word(pool.Zone),
            Nodes = nodes,
            Like = pool.Like with { Taints = [.. taints] },
            Labels = [.. pool.Labels.Select(Renamed)],
        };
    }
}

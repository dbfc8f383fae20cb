using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>Numbers what nodes have in common by their labels of zone and region and those that custom priorities name.</summary>
/// <param name="labels">What custom priorities name.</param>
internal sealed class Places(SchedulerCache cache, IReadOnlyList<string> labels)
{
    private readonly List<Place> _places = [];
    private readonly Dictionary<(int Zone, int Present, int Labels), int> _numbers = [];
    private readonly Dictionary<string, int> _labelValues = new(StringComparer.Ordinal);
    private int[] _of = [];
    private int[] _zones = [];
    private int _epoch = -1;

    public IReadOnlyList<Place> All => _places;

    public int Of(int rank) => _of[rank];

    /// <summary>As <see cref="NodeInfo.Zone"/>, of a place.</summary>
    public int ZoneOf(int place) => _zones[place];

    /// <summary>To be called before each decision.</summary>
    public void CatchUp()
    {
        var nodes = cache.Nodes;
        if (_epoch == cache.Changes.Epoch) return;
        _epoch = cache.Changes.Epoch;
        _places.Clear();
        _numbers.Clear();
        _of = new int[nodes.Count];
        var ranks = new List<List<int>>();
        foreach (var node in nodes) Add(node, ranks);
        for (var i = 0; i < ranks.Count; i++) _places[i] = _places[i] with { Nodes = new DomainSet(ranks[i], nodes.Count) };
        _zones = [.. _places.Select(place => place.Example.Zone)];
    }

    private void Add(NodeInfo node, List<List<int>> ranks)
    {
        var key = (node.Zone, (Has(node, WellKnownLabels.Zone) ? 1 : 0) + (Has(node, WellKnownLabels.Region) ? 2 : 0), LabelsOf(node));
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _places.Count);
            _places.Add(new Place(node, null!));
            ranks.Add([]);
        }

        _of[node.Rank] = number;
        ranks[number].Add(node.Rank);
    }

    private int LabelsOf(NodeInfo node)
    {
        if (labels.Count == 0) return 0;
        var text = new ShapeText();
        foreach (var label in labels) text.Add(node.Labels.TryGetValue(label, out var value) ? value : null);
        var values = text.ToString();
        if (!_labelValues.TryGetValue(values, out var number)) _labelValues.Add(values, number = _labelValues.Count);
        return number;
    }

    private static bool Has(NodeInfo node, string label) => node.Labels.ContainsKey(label);
}

/// <param name="Example">One of the nodes: the others have the same of the labels that make the place.</param>
/// <param name="Nodes">All of them.</param>
internal sealed record Place(NodeInfo Example, DomainSet Nodes);

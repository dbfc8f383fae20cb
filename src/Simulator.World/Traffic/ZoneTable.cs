using Simulator.World.Network;

namespace Simulator.World.Traffic;

/// <summary>The zones of a cluster by number, and which of them do not reach each other.</summary>
internal sealed class ZoneTable
{
    private readonly string[] _names;
    private readonly bool[] _cuts;

    public ZoneTable(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _cuts = new bool[_names.Length * _names.Length];
    }

    public int Count => _names.Length;

    public int IndexOf(string zone) => Array.BinarySearch(_names, zone, StringComparer.Ordinal);

    public bool IsCut(int from, int to) => _cuts[(from * _names.Length) + to];

    /// <summary>0 for zones that are not named.</summary>
    public double[] Weights(IReadOnlyDictionary<string, double> byName) => [.. _names.Select(name => byName.GetValueOrDefault(name))];

    public void Read(ClusterNetwork network)
    {
        for (var i = 0; i < _cuts.Length; i++) _cuts[i] = network.IsCut(_names[i / _names.Length], _names[i % _names.Length]);
    }
}

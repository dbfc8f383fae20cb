using Simulator.Api;
using Simulator.World.Etcd;

namespace Simulator.Tests.World;

/// <summary>etcd 3 as a reader of its documentation would write it: a copy of everything at each revision.</summary>
internal sealed class NaiveStore
{
    private readonly List<SortedDictionary<(string Directory, string Name), KeyValue<string>>> _snapshots = [[]];

    public long Revision => _snapshots.Count - 1;

    public KeyValue<string>? At(long revision, string directory, string name) =>
        _snapshots[(int)revision].GetValueOrDefault((directory, name));

    public IReadOnlyList<KeyValue<string>> Range(long revision, string directory) =>
        [.. _snapshots[(int)revision].Where(entry => entry.Key.Directory == directory).Select(entry => entry.Value)];

    public void Put(params (string Directory, string Name, string? Value, long Lease)[] operations)
    {
        var next = new SortedDictionary<(string Directory, string Name), KeyValue<string>>(_snapshots[^1]);
        var hasChanged = false;
        foreach (var (directory, name, value, lease) in operations)
        {
            var old = next.GetValueOrDefault((directory, name));
            hasChanged |= value is not null || old is not null;
            if (value is null) next.Remove((directory, name));
            else
            {
                next[(directory, name)] = new KeyValue<string>(
                    new ObjectKey("", name), value, old?.CreateRevision ?? Revision + 1, Revision + 1, (old?.Version ?? 0) + 1, lease);
            }
        }

        if (hasChanged) _snapshots.Add(next);
    }
}

using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Cloud.Groups;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Groups of machines are known by their names: that of the part of pool <c>p</c> in zone <c>b</c> is that of a pool <c>p-b</c>.
/// </summary>
internal static class GroupNameCheck
{
    public static void Check(ClusterSpec cluster, IReadOnlyList<Placed<NodePoolSpec>> pools)
    {
        Dictionary<string, NodePoolSpec> owners = new(StringComparer.Ordinal);
        foreach (var group in new GroupTable(cluster).Groups)
        {
            if (owners.TryAdd(group.Id, group.Pool) || owners[group.Id].Name == group.Pool.Name) continue;
            Tell(group.Id, owners[group.Id].Name, pools.Last(pool => pool.Value.Name == group.Pool.Name));
        }

        foreach (var (id, owner) in owners)
        {
            if (pools.FirstOrDefault(pool => pool.Value is { Limits: null } plain && plain.Name == id && id != owner.Name) is { } pool)
            {
                Tell(id, owner.Name, pool);
            }
        }
    }

    private static void Tell(string id, string other, Placed<NodePoolSpec> pool) => pool.Fields.ErrorAt(
        "name",
        $"its machines and those of pool '{other}' would both be of the group '{id}' (pool '{other}' has a group in each zone); allowed "
            + "are "
            + "names that no other pool and zone make");
}

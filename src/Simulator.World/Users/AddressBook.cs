using Simulator.Api;

namespace Simulator.World.Users;

/// <summary>Whose addresses are whose. The address of a balancer that is gone still belongs to its cluster: nobody answers there.</summary>
internal sealed class AddressBook(IReadOnlyList<UserCluster> clusters)
{
    private readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal);

    /// <returns>Number of the cluster; -1: no cluster ever had it.</returns>
    public int OwnerOf(string address)
    {
        if (_owners.TryGetValue(address, out var known)) return known;
        for (var i = 0; i < clusters.Count; i++)
        {
            if (clusters[i].ServiceAt(address) is null) continue;
            _owners.Add(address, i);
            return i;
        }

        return -1;
    }

    /// <summary>A balancer stands behind the address and sends to the service.</summary>
    public bool Serves(string address, ObjectKey service) =>
        OwnerOf(address) is >= 0 and var owner && clusters[owner].ServiceAt(address) == service;
}

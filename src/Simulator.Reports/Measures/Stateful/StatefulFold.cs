using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Folds what is to be told of one cluster's stateful applications: pets, data, disks and names.</summary>
internal sealed class StatefulFold(string cluster, IReadOnlyDictionary<string, PodLife> pods)
{
    public PetFold Pets { get; } = new(cluster, pods);

    public StateFold State { get; } = new(cluster, pods);

    public StorageFold Storage { get; } = new(cluster);

    public void Observe(in Observation fact)
    {
        switch (fact.Kind)
        {
            case ObservationKind.ClaimChanged: Storage.OnClaim(fact); break;
            case ObservationKind.ClaimWaits: Storage.OnClaimWaits(fact); break;
            case ObservationKind.DiskCreated: Storage.OnDiskCreated(fact); break;
            case ObservationKind.DiskClaimed: Storage.OnDiskClaimed(fact); break;
            case ObservationKind.DiskAttached: Storage.OnAttached(fact); break;
            case ObservationKind.DiskDetached: Storage.OnDetached(fact); break;
            case ObservationKind.DiskAttachRefused: Storage.OnRefused(fact); break;
            case ObservationKind.DiskDetachForced: Storage.OnForced(fact); break;
            case ObservationKind.VolumesMounted: Storage.OnMounted(fact); break;
            case ObservationKind.DnsNameChanged: Storage.OnName(fact); break;
            case ObservationKind.PetInitialized: Pets.OnInitialized(fact); break;
            case ObservationKind.IdentityOverlapBegan: Pets.OnOverlapBegan(fact); break;
            case ObservationKind.IdentityOverlapEnded: Pets.OnOverlapEnded(fact); break;
            case ObservationKind.StateChanged: State.OnChanged(fact); break;
            case ObservationKind.PrimaryChanged: State.OnPrimary(fact); break;
            case ObservationKind.DataLost: State.OnLost(fact); break;
            case ObservationKind.MemberChanged: State.OnMember(fact); Pets.OnMember(fact); break;
        }
    }
}

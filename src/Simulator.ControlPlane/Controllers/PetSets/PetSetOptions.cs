namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>Settings of the PetSet controller, at the defaults of 1.3.10.</summary>
public sealed record PetSetOptions
{
    /// <summary>
    /// One worker for all PetSets (cmd/kube-controller-manager/app of 1.3.10): a set that takes long holds up the others.
    /// </summary>
    public int ConcurrentSyncs { get; init; } = 1;

    /// <summary>How often every PetSet is synchronised without a cause.</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromSeconds(30);

    public PetList PetList { get; init; } = PetList.OnePet;
}

/// <summary>Which pets a sync believes that there are.</summary>
public enum PetList
{
    /// <summary>
    /// As 1.3.10: the list holds one and the same pet as often as there are pets (the address of a loop variable); which one is chance.
    /// </summary>
    OnePet,

    /// <summary>Mended, as in 1.4: every pet once.</summary>
    AllPets,
}

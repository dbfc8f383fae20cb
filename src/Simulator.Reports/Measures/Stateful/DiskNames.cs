namespace Simulator.Reports.Measures.Stateful;

/// <summary>Disks by whose they are: their own names, which a provisioner made up, say nothing.</summary>
internal sealed class DiskNames(RunRecorder run)
{
    /// <summary>A noun phrase: <c>the disk of zoo-3</c>.</summary>
    public string Of(DiskLife disk)
    {
        if (PetOf(disk) is { } pet) return $"the disk of {Names.Short(pet.Name)}";
        return disk.Claim.Length > 0 ? $"the disk of claim {Names.Short(disk.Claim)}" : $"disk {disk.Name}";
    }

    public string Of(string cluster, string disk) =>
        run.Disks.FirstOrDefault(life => life.Cluster == cluster && life.Name == disk) is { } found ? Of(found) : $"disk {disk}";

    /// <summary>A pet's claims end in its name; of two sets whose names end alike the longer one is meant. Null: it is no pet's.</summary>
    public PetLife? PetOf(DiskLife disk) => run.PetSets
        .Where(set => set.Cluster == disk.Cluster)
        .Select(set => set.Find(set.Name + disk.Claim[Math.Max(0, disk.Claim.LastIndexOf('-'))..]))
        .OfType<PetLife>()
        .Where(pet => IsClaimOf(pet, disk.Claim))
        .MaxBy(pet => pet.Name.Length);

    private static bool IsClaimOf(PetLife pet, string claim)
    {
        var home = pet.Name.IndexOf('/', StringComparison.Ordinal) + 1;
        return claim.StartsWith(pet.Name[..home], StringComparison.Ordinal)
            && claim[home..].EndsWith($"-{pet.Name[home..]}", StringComparison.Ordinal);
    }
}

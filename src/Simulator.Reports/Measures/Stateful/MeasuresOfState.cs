namespace Simulator.Reports.Measures.Stateful;

/// <summary>Makes the measures of stateful applications; those that a run has nothing of are absent.</summary>
internal sealed class MeasuresOfState(RunRecorder run, MeasureSet measures)
{
    private readonly TimeSpan _end = run.Scenario.Duration;

    public void Add()
    {
        if (run.States.Any()) AddState([.. run.States]);
        if (run.PetSets.Any()) AddPets([.. run.PetSets.SelectMany(set => set.Pets)]);
        if (run.DnsNames.Any()) AddNames([.. run.DnsNames]);
        if (run.Disks.Any()) AddDisks([.. run.Disks]);
        if (run.Claims.Any()) AddClaims([.. run.Claims]);
        measures.AddPercentiles(
            "volumes.mount", [.. run.Clusters.SelectMany(cluster => cluster.Stateful.Storage.Mounts).Order()],
            [("p50", 0.5), ("p99", 0.99)]);
    }

    private void AddState(StatefulLife[] states)
    {
        var closed = states.SelectMany(state => state.Closed).Select(spell => spell.SecondsAt(_end)).ToArray();
        var losses = states.SelectMany(state => state.Losses).ToArray();
        measures.AddSeconds("state.secondsNotWritable", closed.Sum());
        measures.AddSeconds("state.longestNotWritable", closed.DefaultIfEmpty().Max());
        measures.AddCount("state.writesRefused", states.Sum(state => state.RefusedAt(_end)));
        measures.AddSeconds("state.underReplicatedSeconds", states.Sum(state => state.MissingAt(_end)));
        measures.AddCount("state.dataLossEvents", losses.Length);
        measures.AddShare("state.dataLost", losses.Select(loss => loss.Share).DefaultIfEmpty().Max());
        measures.AddSeconds("state.writesLost", losses.Sum(loss => loss.Writes.TotalSeconds));
    }

    private void AddPets(PetLife[] pets)
    {
        var overlaps = run.Overlaps.ToArray();
        measures.AddCount("pets.identityOverlaps", overlaps.Length);
        measures.AddSeconds("pets.identityOverlapSeconds", overlaps.Sum(overlap => overlap.SecondsAt(_end)));
        measures.AddCount("pets.movedToOtherNode", pets.Count(pet => pet.HasMoved));
        var rows = new RowsOfState(run).Pets() ?? [];
        measures.AddCount("pets.notBackAtEnd", rows.Count(row => row.AwayAtEnd is not null));
        measures.AddSeconds("pets.longestAbsence", rows.Where(row => row.Absences > 0).Select(row => row.Absence).DefaultIfEmpty().Max());
    }

    private void AddNames(NameLife[] names)
    {
        measures.AddCount("names.changes", names.Sum(name => name.Changes));
        measures.AddSeconds("names.staleSeconds", names.Sum(name => name.Stale.TotalSeconds));
        measures.AddSeconds("names.longestStale", names.Max(name => name.LongestStale));
    }

    private void AddDisks(DiskLife[] disks)
    {
        measures.AddCount("disks.forcedDetaches", disks.Sum(disk => disk.Forced.Count));
        measures.AddCount("disks.attachRefusals", disks.Sum(disk => disk.Refusals));
    }

    private void AddClaims(ClaimLife[] claims)
    {
        measures.AddCount("claims.pendingAtEnd", claims.Count(claim => claim.Phase == "Pending"));
        measures.AddCount("claims.lostAtEnd", claims.Count(claim => claim.Phase == "Lost"));
        double[] waits = [.. claims.Where(claim => claim.CreatedAt > TimeSpan.Zero).Select(
            claim => claim.BoundAt - claim.CreatedAt).OfType<TimeSpan>().Select(wait => wait.TotalSeconds).Order()];
        measures.AddPercentiles("claims.bind", waits, [("p50", 0.5), ("p99", 0.99)]);
    }
}

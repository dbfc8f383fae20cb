namespace Fgd;

/// <summary>What is left on a node.</summary>
/// <param name="Model">Of its cards; "" = nobody says.</param>
/// <param name="Cpu">Thousandths of a core.</param>
/// <param name="Memory">Bytes.</param>
/// <param name="Gpus">Thousandths of each card.</param>
public sealed record NodeRoom(string Model, long Cpu, long Memory, IReadOnlyList<long> Gpus)
{
    /// <summary>All that is left of its cards.</summary>
    public long Unallocated => Gpus.Sum();

    public bool HasRoomFor(GpuRequest task) =>
        task.Cpu <= Cpu && task.Memory <= Memory && task.Accepts(Model) && Gpus.Count(left => left >= task.Milli) >= task.Gpus;

    /// <summary>Ways to place a task: a share on any card that has room for it, whole cards on the first that are free.</summary>
    public IEnumerable<int[]> CardsFor(GpuRequest task)
    {
        var fit = Enumerable.Range(0, Gpus.Count).Where(card => Gpus[card] >= task.Milli).ToArray();
        if (task.Gpus == 0) return [[]];
        if (fit.Length < task.Gpus) return [];
        return task.IsShare ? fit.Select(card => new[] { card }) : [fit[..task.Gpus]];
    }

    /// <summary>With a task on some of its cards.</summary>
    public NodeRoom With(GpuRequest task, IReadOnlyCollection<int> cards) => this with
    {
        Cpu = Cpu - task.Cpu,
        Memory = Memory - task.Memory,
        Gpus = [.. Gpus.Select((left, card) => cards.Contains(card) ? left - task.Milli : left)],
    };
}

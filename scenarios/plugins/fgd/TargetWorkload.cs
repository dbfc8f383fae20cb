using System.Globalization;
using Simulator.Api;

namespace Fgd;

/// <summary>
/// What usually comes: the paper's target workload M, tasks with the shares of them. Written as <c>share cpu memory gpus milli [models]</c>,
/// with ';' between tasks: <c>60 4 16Gi 1 500; 40 8 32Gi 1 1000 T4|P100</c>.
/// </summary>
public sealed class TargetWorkload
{
    private readonly (double Share, GpuRequest Task)[] _tasks;

    private TargetWorkload((double Share, GpuRequest Task)[] tasks) => _tasks = tasks;

    /// <exception cref="ArgumentException">A task cannot be read; the message says which.</exception>
    public static TargetWorkload Parse(string text)
    {
        var tasks = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Task).ToArray();
        var all = tasks.Sum(task => task.Share);
        if (tasks.Length == 0) throw new ArgumentException("the setting 'workload' has no task");
        return new TargetWorkload([.. tasks.Select(task => (task.Share / all, task.Task))]);
    }

    /// <summary>F_n(M): the thousandths of a node's cards that a task of M, drawn by its share, could not use; section 3 of the paper.</summary>
    public double FragmentsOf(NodeRoom node)
    {
        var sum = 0.0;
        foreach (var (share, task) in _tasks) sum += share * Fragments(node, task);
        return sum;
    }

    /// <summary>
    /// F_n(m): all that is left where the task has no room or wants no card, else what is left on cards too full for it.
    /// </summary>
    public static long Fragments(NodeRoom node, GpuRequest task) => task.Gpus == 0 || !node.HasRoomFor(task)
        ? node.Unallocated
        : node.Gpus.Where(left => left < task.Milli).Sum();

    private static (double Share, GpuRequest Task) Task(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 5 or 6
            && double.TryParse(words[0], CultureInfo.InvariantCulture, out var share) && share > 0
            && Quantity.TryParse(words[1], out var cpu) && Quantity.TryParse(words[2], out var memory)
            && int.TryParse(words[3], CultureInfo.InvariantCulture, out var gpus) && gpus >= 0
            && long.TryParse(words[4], CultureInfo.InvariantCulture, out var milli) && milli is >= 0 and <= GpuRequest.Whole)
        {
            return (share, new GpuRequest(cpu.MilliValue, memory.Value, gpus, milli, words.Length == 6 ? words[5] : ""));
        }

        throw new ArgumentException($"the task '{text}' is not written as: share cpu memory gpus milli [models]");
    }
}

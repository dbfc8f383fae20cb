using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Scenarios.Packed;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>
/// Makes a study of packing of a trace: its pods come one after the other, a second apart, in an order of their own, and stay.
/// </summary>
/// <remarks>
/// Weng et al., USENIX ATC 2023: shuffled, then pods drawn again from all until so much is asked for. All pods are in memory.
/// </remarks>
public static class PackingArrivals
{
    /// <param name="capacity">In thousandths of whatever <paramref name="amount"/> counts.</param>
    /// <param name="share">So much of it is asked for in the end: 1.3.</param>
    public static IReadOnlyList<TracePod> Inflate(
        IEnumerable<TracePod> pods, double capacity, double share, Func<TracePod, long> amount, RandomStream stream)
    {
        List<TracePod> named = [.. pods.OrderBy(pod => pod.Name, StringComparer.Ordinal)];
        if (named.Count == 0) return [];
        var order = new List<TracePod>(named);
        for (var i = order.Count - 1; i > 0; i--)
        {
            var other = stream.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        var asked = order.Sum(amount);
        var goal = capacity * share;
        for (var copy = 0; asked < goal && named.Exists(pod => amount(pod) > 0); copy++)
        {
            var drawn = named[stream.NextInt(named.Count)];
            if (asked + amount(drawn) > goal) break;
            asked += amount(drawn);
            order.Add(drawn with { Name = string.Create(CultureInfo.InvariantCulture, $"{drawn.Name}-again-{copy}") });
        }

        while (asked > goal && order.Count > 0)
        {
            var removed = stream.NextInt(order.Count);
            asked -= amount(order[removed]);
            order.RemoveAt(removed);
        }

        return OneByOne(order);
    }

    /// <summary>In the order of a file of names, one a line; <c>NAME-tuned-7</c> is another copy of NAME.</summary>
    /// <returns>Null after an error.</returns>
    public static IReadOnlyList<TracePod>? InOrderOf(string file, IEnumerable<TracePod> pods, Diagnostics diagnostics)
    {
        var byName = new Dictionary<string, TracePod>(StringComparer.Ordinal);
        foreach (var pod in pods) byName[pod.Name] = pod;
        var order = new List<TracePod>();
        var line = 0;
        try
        {
            using var text = new StreamReader(PackedFile.Open(file));
            while (text.ReadLine() is { } name)
            {
                line++;
                if (name.Length == 0) continue;
                var copy = name.LastIndexOf("-tuned-", StringComparison.Ordinal);
                if (byName.TryGetValue(copy < 0 ? name : name[..copy], out var pod)) order.Add(pod with { Name = name });
                else diagnostics.Error(file, line, 1, $"there is no pod '{Api.Words.Wording.Shortened(name)}' in the trace");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            diagnostics.Error(file, 0, 0, PackedFile.Sentence(failure));
        }

        return diagnostics.HasErrors ? null : OneByOne(order);
    }

    private static IReadOnlyList<TracePod> OneByOne(IReadOnlyList<TracePod> order) =>
        [.. order.Select((pod, i) => pod with { Submit = TimeSpan.FromSeconds(i), Duration = null, Waited = null, Row = i + 1 })];
}

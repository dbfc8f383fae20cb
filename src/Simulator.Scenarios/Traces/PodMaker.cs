using System.Globalization;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Makes a pod of a row.</summary>
internal sealed class PodMaker(PodTable table)
{
    /// <summary>A thousand years.</summary>
    private const double SecondsMax = 1000.0 * 366 * 86_400;

    private const double MilliCpuMax = 1e9;

    /// <summary>An exbibyte.</summary>
    private const double MemoryMax = 1L << 60;

    private const double GpusMax = 100_000;

    public const double CopiesMax = 1_000_000;

    private readonly Dictionary<string, string[]> _models = new(StringComparer.Ordinal);

    /// <summary>A pod, or null and a fault in the context.</summary>
    public TracePod? Make(RowContext row, long number)
    {
        if (Submit(row) is not { } submit) return Complain(row, "the time of its arrival is missing; allowed is one");
        var duration = Within(row, "the duration", table.Duration?.In(row), SecondsMax, "s");
        var pod = new TracePod
        {
            Name = table.Name?.Words(row) is { Length: > 0 } name ? name : string.Create(CultureInfo.InvariantCulture, $"row-{number}"),
            Group = table.Group?.Words(row) ?? "",
            Submit = submit,
            Duration = duration is { } seconds ? Span(seconds) : null,
            Waited = table.Waited?.In(row) is { } waited and >= 0 and < SecondsMax ? Span(waited) : null,
            MilliCpu = (long)Math.Ceiling(Rounded(Within(row, "the CPU", table.Cpu?.In(row), MilliCpuMax, "thousandths of a core"))),
            Memory = (long)Math.Ceiling(Within(row, "the memory", table.Memory?.In(row), MemoryMax, "bytes") ?? 0),
            Gpus = (int)(Within(row, "the number of GPUs", table.Gpus?.Number(row), GpusMax, "") ?? 0),
            GpuModels = Models(table.GpuModels?.Words(row)),
            Node = table.Node?.Words(row) ?? "",
            Row = number,
        };
        if (pod.Gpus > 0 && table.GpuShare is not null) pod = pod with { MilliGpu = Share(row) };
        return row.Fault is null ? pod : null;
    }

    /// <summary>So many pods are alike.</summary>
    public int Copies(RowContext row) =>
        table.Copies is null ? 1 : (int)(Within(row, "the number of copies", table.Copies.Number(row), CopiesMax, "") ?? 1);

    public TimeSpan? Submit(RowContext row) =>
        Within(row, "the time of its arrival", table.Submit.In(row), SecondsMax * 5, "s") is { } at ? Span(at) : null;

    /// <summary>To the microsecond.</summary>
    public static TimeSpan Span(double seconds) => new((long)Math.Round(seconds * 1e6) * TimeSpan.TicksPerMicrosecond);

    private int Share(RowContext row)
    {
        var share = Within(row, "the share of a GPU", table.GpuShare!.In(row), 1000, "thousandths");
        return share is { } milli and > 0 ? (int)Math.Ceiling(milli) : 1000;
    }

    private string[] Models(string? words)
    {
        if (string.IsNullOrEmpty(words)) return [];
        if (_models.TryGetValue(words, out var models)) return models;
        models = [.. words.Split(
            '|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];
        _models.Add(words, models);
        return models;
    }

    private static double? Within(RowContext row, string what, double? value, double most, string unit)
    {
        if (value is not { } number || (number >= 0 && number <= most)) return value;
        var found = string.Create(CultureInfo.InvariantCulture, $"{number:0.######} {unit}").TrimEnd();
        var allowed = string.Create(CultureInfo.InvariantCulture, $"up to {most:0} {unit}").TrimEnd();
        row.Complain(number < 0 ? $"{what} is {found}, below zero; allowed is 0 or more" : $"{what} is {found}; allowed is {allowed}", -1);
        return null;
    }

    /// <summary>What is a whole number but for the last bits of a product is one.</summary>
    private static double Rounded(double? value) => Math.Round(value ?? 0, 6);

    private static TracePod? Complain(RowContext row, string sentence)
    {
        row.Complain(sentence, -1);
        return null;
    }
}

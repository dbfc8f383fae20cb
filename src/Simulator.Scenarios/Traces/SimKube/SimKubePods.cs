using System.Text.Json;
using Simulator.Api.Words;
using Simulator.Scenarios.Packed;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces.SimKube;

/// <summary>
/// The pods of a SimKube trace (versions 1 to 3, JSON or MessagePack): what the objects that it recorded would have had, from event to
/// event.
/// </summary>
/// <remarks>The whole trace is in memory: it is a document, not a table.</remarks>
internal sealed class SimKubePods(string file, TraceTally tally)
{
    public IReadOnlyList<TracePod> Read()
    {
        try
        {
            using var document = JsonDocument.Parse(Json());
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            tally.Break(file, (broken.LineNumber ?? -1) + 1, (int)(broken.BytePositionInLine ?? 0) + 1,
                $"the file is no JSON ({Wording.Shortened(broken.Message)}); nothing of it is kept");
        }
        catch (InvalidDataException broken)
        {
            tally.Break(file, 0, 0, $"{broken.Message}; nothing of it is kept");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tally.Break(file, 0, 0, PackedFile.Sentence(failure));
        }

        return [];
    }

    private ReadOnlyMemory<byte> Json()
    {
        using var memory = new MemoryStream();
        using (var content = PackedFile.Open(file)) content.CopyTo(memory);
        var bytes = memory.ToArray();
        return MessagePackJson.IsOne(bytes) ? MessagePackJson.Convert(bytes) : bytes;
    }

    private IReadOnlyList<TracePod> Read(JsonElement trace)
    {
        if (trace.ValueKind != JsonValueKind.Object || !trace.TryGetProperty("events", out var events)
            || events.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("the file is no SimKube trace (it has no list 'events')");
        }

        var world = new OwnedPods(Lifecycles.Of(trace), tally);
        var number = 0L;
        var before = long.MinValue;
        foreach (var happening in events.EnumerateArray())
        {
            number++;
            tally.Rows++;
            if (Time(happening) is not { } at) tally.Break(file, number, 1, $"event {number} has no time 'ts' in seconds; left out");
            else if (at < before) tally.Break(file, number, 1, $"event {number} (ts {at}) is before the one above (ts {before}); left out");
            else
            {
                before = at;
                world.Take(happening, TimeSpan.FromSeconds(at), number);
            }
        }

        return world.Finish();
    }

    /// <summary>Whole seconds since 1970, as far as dates go.</summary>
    private static long? Time(JsonElement happening) =>
        happening.ValueKind == JsonValueKind.Object && happening.TryGetProperty("ts", out var ts)
            && ts.ValueKind == JsonValueKind.Number && ts.TryGetInt64(out var at) && at is >= 0 and < 253_402_300_800
            ? at
            : null;
}

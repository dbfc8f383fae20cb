using System.Text.Json;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>Where a value stands in a JSON text.</summary>
internal static class JsonPlaces
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <summary>The offset of its first byte.</summary>
    public static long Find(ReadOnlySpan<byte> json, IReadOnlyList<object> path)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        foreach (var step in path)
        {
            if (!Enter(ref reader, step)) return 0;
        }

        return reader.TokenStartIndex;
    }

    private static bool Enter(ref Utf8JsonReader reader, object step)
    {
        if (step is int index) return EnterItem(ref reader, index);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals((string)step);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }

        return false;
    }

    private static bool EnterItem(ref Utf8JsonReader reader, int index)
    {
        reader.Read();
        for (var i = 0; i < index; i++)
        {
            reader.Skip();
            reader.Read();
        }

        return reader.TokenType != JsonTokenType.EndArray;
    }
}

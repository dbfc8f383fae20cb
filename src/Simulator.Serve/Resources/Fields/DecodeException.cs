namespace Simulator.Serve.Resources.Fields;

/// <summary>A body that does not fit the structs of its kind, in the words of 1.3.10's decoder.</summary>
public sealed class DecodeException(string text, IReadOnlyList<object>? path = null, int offset = 1) : Exception(text)
{
    /// <summary>Names and indices to the value that does not fit; null: the sentence has no place in it.</summary>
    public IReadOnlyList<object>? Path { get; } = path;

    /// <summary>How many bytes of the value the decoder has read.</summary>
    public int Offset { get; } = offset;
}

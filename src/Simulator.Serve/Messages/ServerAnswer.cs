namespace Simulator.Serve.Messages;

/// <summary>What a client is answered: a body, or a stream that goes on.</summary>
public sealed record ServerAnswer
{
    public required int Status { get; init; }

    /// <summary>Null: no header.</summary>
    public string? ContentType { get; init; }

    /// <summary>Beside the content type.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body in pieces, which together are <see cref="Body"/>: a long list is not copied to be sent.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Parts { get; init; } = [];

    public ReadOnlyMemory<byte> Body
    {
        get => Parts.Count == 0 ? _body : Joined(Parts);
        init => _body = value;
    }

    private readonly ReadOnlyMemory<byte> _body;

    /// <summary>Of the body.</summary>
    public long Length => Parts.Count == 0 ? _body.Length : Parts.Sum(part => (long)part.Length);

    public static byte[] Joined(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var whole = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.Span.CopyTo(whole.AsSpan(at));
            at += part.Length;
        }

        return whole;
    }

    /// <summary>How long the client waits for the head, in its own (wall) time.</summary>
    public TimeSpan HeadAfter { get; init; }

    /// <summary>Null: the body is all. Else it is called once, after the head was sent, and disposed of when the client leaves.</summary>
    public Func<IFrameSink, IDisposable>? Stream { get; init; }

    /// <summary>The client's (wall) time after which whoever holds the stream ends it cleanly; null: when the server stops.</summary>
    public TimeSpan? StreamEndsAfter { get; init; }
}

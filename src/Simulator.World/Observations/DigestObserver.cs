using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.World.Observations;

/// <summary>SHA-256 of the stream of observations: equal digests mean equal runs, on any machine.</summary>
public sealed class DigestObserver : IObserver, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[64 * 1024];
    private int _used;

    /// <summary>Lower-case hexadecimal; of everything observed so far.</summary>
    public string Digest
    {
        get
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        }
    }

    public void Observe(in Observation observation)
    {
        Reserve(64 + (4 * (observation.Cluster.Length + observation.Subject.Length + observation.Other.Length)));
        Write(observation.At.Ticks);
        Write((long)observation.Kind);
        Write(observation.Cluster);
        Write(observation.Subject);
        Write(observation.Other);
        Write(observation.Value);
        Write(observation.Extra);
    }

    /// <summary>Something that decides in the run and is no part of this program.</summary>
    /// <param name="title">With its version.</param>
    public void Include(string title)
    {
        Reserve(sizeof(int) + (4 * title.Length));
        Write(title);
    }

    public void Dispose() => _hash.Dispose();

    private void Reserve(int bytes)
    {
        if (_used + bytes <= _buffer.Length) return;
        Flush();
        if (bytes > _buffer.Length) _buffer = new byte[bytes];
    }

    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), number);
        _used += sizeof(long);
    }

    /// <summary>With its length, so that two neighbours never run into each other.</summary>
    private void Write(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_used), length);
        _used += sizeof(int) + length;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}

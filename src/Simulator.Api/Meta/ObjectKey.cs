using System.Numerics;
using System.Runtime.InteropServices;

namespace Simulator.Api;

/// <summary>Identifies an object within its kind; sorts by namespace, then name, in byte order.</summary>
public readonly record struct ObjectKey(string Namespace, string Name) : IComparable<ObjectKey>
{
    public int CompareTo(ObjectKey other)
    {
        // Most keys that are compared are of one namespace, and share its text.
        var order = ReferenceEquals(Namespace, other.Namespace) ? 0 : string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    public bool Equals(ObjectKey other) => Name == other.Name && Namespace == other.Namespace;

    /// <summary>The same in every process, unlike that of strings, which is made against attackers and costs more.</summary>
    public override int GetHashCode() => (int)(Add(Name, Add(Namespace, 0)) >> 32);

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";

    private static ulong Add(ReadOnlySpan<char> text, ulong hash)
    {
        hash = Mixed(hash ^ (uint)text.Length);
        var bytes = MemoryMarshal.AsBytes(text);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(bytes));
        foreach (var letter in MemoryMarshal.Cast<byte, char>(bytes)) hash = Mixed(hash ^ letter);
        return hash;
    }

    private static ulong Mixed(ulong hash) => BitOperations.RotateLeft(hash * 0x9E3779B97F4A7C15, 31);
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Api.Documents;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>
/// What pods of one template have alike before anything is cleaned: the spec as it was read, but for the node and for what is drawn anew
/// for each pod. Of a hundred thousand pods only the first of each shape is then cleaned (half of the time of an import).
/// </summary>
internal sealed class RawShape
{
    private char[] _text = new char[16_384];
    private int _length;

    /// <summary>Equal for pods whose cleaned specs and annotations are equal; two numbers may stand for equal ones.</summary>
    public UInt128 Of(SourceMapping pod, string owner, string petName)
    {
        _length = 0;
        Add(owner);
        Add(petName);
        foreach (var (key, value) in pod.Map("metadata").Map("annotations").Texts())
        {
            if (!ObjectCleaner.IsOfPods(key)) continue;
            Add(key);
            Add(value);
        }

        if (pod.Map("spec") is { } spec) Add(spec);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(_text.AsSpan(0, _length)), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private void Add(SourceNode node)
    {
        switch (node)
        {
            case SourceMapping map:
                Add('{');
                foreach (var entry in map.Entries)
                {
                    if (entry.Key == "nodeName") continue;
                    Add(entry.Key);
                    Add(entry.Value);
                }

                Add('}');
                break;
            case SourceSequence list:
                Add('[');
                foreach (var item in list.Items) Add(item);
                Add(']');
                break;
            case SourceScalar scalar:
                Add(scalar.IsQuoted ? '"' : '\'');
                Add(IsDrawn(scalar.Text) ? "drawn" : scalar.Text);
                break;
        }
    }

    /// <summary>Names of token volumes; their mounts are told by the path.</summary>
    private static bool IsDrawn(string text) =>
        text.StartsWith("kube-api-access-", StringComparison.Ordinal) && text.Length == "kube-api-access-".Length + 5;

    private void Add(string text)
    {
        if (_length + text.Length + 1 > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length + 1));
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
        _text[_length++] = '\0';
    }

    private void Add(char mark)
    {
        if (_length == _text.Length) Array.Resize(ref _text, _text.Length * 2);
        _text[_length++] = mark;
    }
}

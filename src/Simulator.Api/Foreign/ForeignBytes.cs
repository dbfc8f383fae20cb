namespace Simulator.Api.Foreign;

/// <summary>Files that are no text: told by their first bytes.</summary>
internal static class ForeignBytes
{
    private const int Looked = 8192;

    private static readonly (byte[] Mark, string What)[] Marks =
    [
        ([0x1F, 0x8B], "a gzip file; unpack it first: gunzip"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip file; unpack it first: unzip"),
        ([0x42, 0x5A, 0x68], "a bzip2 file; unpack it first: bunzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file; unpack it first: unxz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file; unpack it first: unzstd"),
        ([0x25, 0x50, 0x44, 0x46], $"a PDF document; {ForeignText.Allowed}"),
        ([0x89, 0x50, 0x4E, 0x47], $"a picture; {ForeignText.Allowed}"),
        ([0xFF, 0xFE], "text in UTF-16; save it as UTF-8"),
        ([0xFE, 0xFF], "text in UTF-16; save it as UTF-8"),
    ];

    /// <summary>What it is and what to do instead; null if it may be text.</summary>
    public static string? What(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, what) in Marks)
        {
            if (bytes.StartsWith(mark)) return what;
        }

        return bytes[..Math.Min(bytes.Length, Looked)].Contains((byte)0)
            ? $"a binary file; {ForeignText.Allowed}"
            : null;
    }
}

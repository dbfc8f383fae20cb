using System.IO.Compression;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Packed;

/// <summary>A file that may be packed with gzip, whatever its name says.</summary>
internal static class PackedFile
{
    /// <summary>Its content, unpacked.</summary>
    /// <inheritdoc cref="RegularFile.Open"/>
    public static Stream Open(string path)
    {
        var file = new BufferedStream(RegularFile.Open(path), 1 << 16);
        Span<byte> start = stackalloc byte[2];
        var isPacked = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1F, 0x8B];
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Why it could not be opened or read.</summary>
    public static string Sentence(Exception failure) => failure is FileNotFoundException or DirectoryNotFoundException
        ? "there is no such file"
        : $"the file cannot be read: {Wording.Shortened(failure.Message)}";
}

using System.Text;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>Reads a file whole, but never more than the limit.</summary>
internal static class SourceFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes; null after an error was reported.</summary>
    public static ReadOnlyMemory<byte>? Read(string path, Diagnostics diagnostics)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            if (stream.CanSeek && stream.Length > SourceLimits.BytesMax)
            {
                return Refuse(path, $"the file has {stream.Length:N0} bytes", diagnostics);
            }
            var bytes = ReadBounded(stream);
            return bytes.Length > SourceLimits.BytesMax ? Refuse(path, "the file is longer", diagnostics) : bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            diagnostics.Error(path, 0, 0, Because(path, failure));
            return null;
        }
    }

    /// <summary>The text; null after an error was reported.</summary>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, Diagnostics diagnostics)
    {
        try
        {
            return Strict.GetString(WithoutMark(bytes));
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            diagnostics.Error(path, line, 1, "the file is not text in UTF-8");
            return null;
        }
    }

    /// <summary>Cuts a byte order mark off.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static ReadOnlyMemory<byte> ReadBounded(FileStream stream)
    {
        var buffer = new byte[stream.CanSeek && stream.Length > 0 ? (int)stream.Length + 1 : SourceLimits.BytesMax + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer.AsMemory(0, length);
    }

    private static ReadOnlyMemory<byte>? Refuse(string path, string found, Diagnostics diagnostics)
    {
        diagnostics.Error(path, 0, 0, $"{found}; allowed are at most 16 MiB ({SourceLimits.BytesMax:N0} bytes)");
        return null;
    }

    private static string Because(string path, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ when Directory.Exists(path) => "this is a folder; allowed is a file",
        UnauthorizedAccessException => "the file may not be read",
        _ => $"the file cannot be read: {Wording.Shortened(failure.Message)}",
    };
}

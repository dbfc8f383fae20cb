using System.IO.Compression;
using System.Text;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>Reads a file whole, but never more than the limit.</summary>
public static class SourceFile
{
    private static readonly string Allowed = $"allowed are at most 16 MiB ({SourceLimits.BytesMax:N0} bytes)";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes; null after an error was reported.</summary>
    public static ReadOnlyMemory<byte>? Read(string path, Diagnostics diagnostics) => Read(path, diagnostics, stream => stream);

    /// <summary>What a file holds that ends in .gz, packed; the limit is of what comes out.</summary>
    public static ReadOnlyMemory<byte>? ReadUnpacked(string path, Diagnostics diagnostics) =>
        Read(path, diagnostics, stream => new GZipStream(stream, CompressionMode.Decompress));

    private static ReadOnlyMemory<byte>? Read(string path, Diagnostics diagnostics, Func<FileStream, Stream> content)
    {
        try
        {
            if (RegularFile.WhatElse(path) is { } what) return Refuse(path, $"this is {what}; allowed are files", diagnostics);
            using var stream = RegularFile.Open(path);
            if (stream.CanSeek && stream.Length > SourceLimits.BytesMax)
            {
                return Refuse(path, $"the file has {stream.Length:N0} bytes; {Allowed}", diagnostics);
            }
            var bytes = ReadBounded(content(stream), stream);
            return bytes.Length > SourceLimits.BytesMax ? Refuse(path, $"the file is too long; {Allowed}", diagnostics) : bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException
            or ArgumentException or InvalidDataException)
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

    private static ReadOnlyMemory<byte> ReadBounded(Stream content, FileStream file)
    {
        var isKnown = ReferenceEquals(content, file) && file.CanSeek && file.Length > 0;
        var buffer = new byte[isKnown ? (int)file.Length + 1 : SourceLimits.BytesMax + 1];
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer.AsMemory(0, length);
    }

    private static ReadOnlyMemory<byte>? Refuse(string path, string sentence, Diagnostics diagnostics)
    {
        diagnostics.Error(path, 0, 0, sentence);
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

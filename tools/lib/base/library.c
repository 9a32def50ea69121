/* library.c - the functions that are called of libraries which few runs need. */
#include "library.h"

#include <csv.h>
#include <dlfcn.h>
#include <gmime/gmime.h>
#include <jansson.h>
#include <libdeflate.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpathInternals.h>
#include <magic.h>
#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <zlib.h>

#include "diagnostics.h"

/* The system's loader has each library once, however often it is asked for. */
void *
library_find(const char *soname, const char *function)
{
	void *library = dlopen(soname, RTLD_LAZY), *found = NULL;

	if (library)
		found = dlsym(library, function);
	if (!found)
		die("%s", dlerror());
	return found;
}

#define TEXT_OF(words) #words
#define TEXT(words)    TEXT_OF(words)

/* One function: what it returns, its name, parameters and arguments. */
#define FUNCTION(soname, type, name, parameters, arguments)                                    \
	type name parameters                                                                   \
	{                                                                                      \
		static _Atomic(__typeof__(&name)) known;                                       \
		__typeof__(&name) function = known;                                            \
                                                                                               \
		if (!function)                                                                 \
			known = function =                                                     \
			    (__typeof__(&name))library_find(soname, TEXT(name));               \
		return function arguments;                                                     \
	}

/* The same by the types of so many parameters. */
#define FUNCTION_0(l, type, name)          FUNCTION(l, type, name, (void), ())
#define FUNCTION_1(l, type, name, A)       FUNCTION(l, type, name, (A a), (a))
#define FUNCTION_2(l, type, name, A, B)    FUNCTION(l, type, name, (A a, B b), (a, b))
#define FUNCTION_3(l, type, name, A, B, C) FUNCTION(l, type, name, (A a, B b, C c), (a, b, c))
#define FUNCTION_4(l, type, name, A, B, C, D)                                                  \
	FUNCTION(l, type, name, (A a, B b, C c, D d), (a, b, c, d))
#define FUNCTION_5(l, type, name, A, B, C, D, E)                                               \
	FUNCTION(l, type, name, (A a, B b, C c, D d, E e), (a, b, c, d, e))
#define FUNCTION_6(l, type, name, A, B, C, D, E, F)                                            \
	FUNCTION(l, type, name, (A a, B b, C c, D d, E e, F f), (a, b, c, d, e, f))
#define FUNCTION_7(l, type, name, A, B, C, D, E, F, G)                                         \
	FUNCTION(l, type, name, (A a, B b, C c, D d, E e, F f, G g), (a, b, c, d, e, f, g))
#define FUNCTION_9(l, type, name, A, B, C, D, E, F, G, H, I)                                   \
	FUNCTION(l, type, name, (A a, B b, C c, D d, E e, F f, G g, H h, I i),                 \
	    (a, b, c, d, e, f, g, h, i))

#if LIBXML_VERSION >= 21400
#define LIBXML2 "libxml2.so.16"
#else
#define LIBXML2 "libxml2.so.2"
#endif

xmlFreeFunc xmlFree = free; /* as xml_start() has it */

FUNCTION_2(LIBXML2, xmlParserCtxtPtr, xmlCreateMemoryParserCtxt, const char *, int)
FUNCTION_2(LIBXML2, int, xmlCtxtUseOptions, xmlParserCtxtPtr, int)
FUNCTION_1(LIBXML2, int, xmlDictReference, xmlDictPtr)
FUNCTION_1(LIBXML2, int, xmlDictSize, xmlDictPtr)
FUNCTION_1(LIBXML2, xmlNodePtr, xmlDocGetRootElement, const xmlDoc *)
FUNCTION_2(LIBXML2, xmlNodePtr, xmlDocSetRootElement, xmlDocPtr, xmlNodePtr)
FUNCTION_1(LIBXML2, void, xmlFreeDoc, xmlDocPtr)
FUNCTION_1(LIBXML2, void, xmlFreeParserCtxt, xmlParserCtxtPtr)
FUNCTION_1(LIBXML2, void, xmlFreeTextReader, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, long, xmlGetLineNo, const xmlNode *)
FUNCTION_2(LIBXML2, xmlChar *, xmlGetNoNsProp, const xmlNode *, const xmlChar *)
FUNCTION_2(LIBXML2, xmlAttrPtr, xmlHasProp, const xmlNode *, const xmlChar *)
FUNCTION_0(LIBXML2, void, xmlInitParser)
FUNCTION_4(LIBXML2, int, xmlMemSetup, xmlFreeFunc, xmlMallocFunc, xmlReallocFunc, xmlStrdupFunc)
FUNCTION_1(LIBXML2, xmlDocPtr, xmlNewDoc, const xmlChar *)
FUNCTION_4(
    LIBXML2, xmlNodePtr, xmlNewDocNode, xmlDocPtr, xmlNsPtr, const xmlChar *, const xmlChar *)
FUNCTION_2(LIBXML2, xmlNodePtr, xmlNewDocText, const xmlDoc *, const xmlChar *)
FUNCTION_2(LIBXML2, xmlParserInputPtr, xmlNewInputFromFile, xmlParserCtxtPtr, const char *)
FUNCTION_3(LIBXML2, xmlAttrPtr, xmlNewProp, xmlNodePtr, const xmlChar *, const xmlChar *)
FUNCTION_1(LIBXML2, xmlChar *, xmlNodeGetContent, const xmlNode *)
FUNCTION_1(LIBXML2, int, xmlParseDocument, xmlParserCtxtPtr)
FUNCTION_3(LIBXML2, xmlDocPtr, xmlReadFile, const char *, const char *, int)
FUNCTION_5(
    LIBXML2, xmlDocPtr, xmlReadMemory, const char *, int, const char *, const char *, int)
FUNCTION_6(LIBXML2, xmlTextReaderPtr, xmlReaderForIO, xmlInputReadCallback,
    xmlInputCloseCallback, void *, const char *, const char *, int)
FUNCTION_5(LIBXML2, xmlTextReaderPtr, xmlReaderForMemory, const char *, int, const char *,
    const char *, int)
FUNCTION_1(LIBXML2, void, xmlRegFreeRegexp, xmlRegexpPtr)
FUNCTION_1(LIBXML2, xmlRegexpPtr, xmlRegexpCompile, const xmlChar *)
FUNCTION_2(LIBXML2, int, xmlRegexpExec, xmlRegexpPtr, const xmlChar *)
FUNCTION_1(LIBXML2, void, xmlRelaxNGFree, xmlRelaxNGPtr)
FUNCTION_1(LIBXML2, void, xmlRelaxNGFreeParserCtxt, xmlRelaxNGParserCtxtPtr)
FUNCTION_1(LIBXML2, void, xmlRelaxNGFreeValidCtxt, xmlRelaxNGValidCtxtPtr)
FUNCTION_1(LIBXML2, xmlRelaxNGParserCtxtPtr, xmlRelaxNGNewDocParserCtxt, xmlDocPtr)
FUNCTION_1(LIBXML2, xmlRelaxNGValidCtxtPtr, xmlRelaxNGNewValidCtxt, xmlRelaxNGPtr)
FUNCTION_1(LIBXML2, xmlRelaxNGPtr, xmlRelaxNGParse, xmlRelaxNGParserCtxtPtr)
FUNCTION_3(LIBXML2, void, xmlRelaxNGSetParserStructuredErrors, xmlRelaxNGParserCtxtPtr,
    xmlStructuredErrorFunc, void *)
FUNCTION_3(LIBXML2, void, xmlRelaxNGSetValidStructuredErrors, xmlRelaxNGValidCtxtPtr,
    xmlStructuredErrorFunc, void *)
FUNCTION_2(LIBXML2, int, xmlRelaxNGValidateDoc, xmlRelaxNGValidCtxtPtr, xmlDocPtr)
FUNCTION_3(LIBXML2, void, xmlSAX2Characters, void *, const xmlChar *, int)
FUNCTION_4(LIBXML2, void, xmlSAX2EndElementNs, void *, const xmlChar *, const xmlChar *,
    const xmlChar *)
FUNCTION_1(LIBXML2, int, xmlSAX2GetColumnNumber, void *)
FUNCTION_1(LIBXML2, int, xmlSAX2GetLineNumber, void *)
FUNCTION_1(LIBXML2, void, xmlSAX2StartDocument, void *)
FUNCTION_9(LIBXML2, void, xmlSAX2StartElementNs, void *, const xmlChar *, const xmlChar *,
    const xmlChar *, int, const xmlChar **, int, int, const xmlChar **)
FUNCTION_1(LIBXML2, void, xmlSchemaFree, xmlSchemaPtr)
FUNCTION_1(LIBXML2, void, xmlSchemaFreeParserCtxt, xmlSchemaParserCtxtPtr)
FUNCTION_1(LIBXML2, void, xmlSchemaFreeValidCtxt, xmlSchemaValidCtxtPtr)
FUNCTION_1(LIBXML2, xmlSchemaParserCtxtPtr, xmlSchemaNewDocParserCtxt, xmlDocPtr)
FUNCTION_1(LIBXML2, xmlSchemaValidCtxtPtr, xmlSchemaNewValidCtxt, xmlSchemaPtr)
FUNCTION_1(LIBXML2, xmlSchemaPtr, xmlSchemaParse, xmlSchemaParserCtxtPtr)
FUNCTION_3(LIBXML2, xmlSchemaSAXPlugPtr, xmlSchemaSAXPlug, xmlSchemaValidCtxtPtr,
    xmlSAXHandlerPtr *, void **)
FUNCTION_1(LIBXML2, int, xmlSchemaSAXUnplug, xmlSchemaSAXPlugPtr)
FUNCTION_3(LIBXML2, void, xmlSchemaSetParserStructuredErrors, xmlSchemaParserCtxtPtr,
    xmlStructuredErrorFunc, void *)
FUNCTION_3(LIBXML2, void, xmlSchemaSetValidStructuredErrors, xmlSchemaValidCtxtPtr,
    xmlStructuredErrorFunc, void *)
FUNCTION_3(LIBXML2, xmlNsPtr, xmlSearchNs, xmlDocPtr, xmlNodePtr, const xmlChar *)
FUNCTION_1(LIBXML2, void, xmlSetExternalEntityLoader, xmlExternalEntityLoader)
FUNCTION_2(LIBXML2, void, xmlSetStructuredErrorFunc, void *, xmlStructuredErrorFunc)
FUNCTION_1(LIBXML2, void, xmlStopParser, xmlParserCtxtPtr)
FUNCTION_2(LIBXML2, int, xmlStrEqual, const xmlChar *, const xmlChar *)
FUNCTION_2(LIBXML2, xmlChar *, xmlStrndup, const xmlChar *, int)
FUNCTION_1(LIBXML2, const xmlChar *, xmlTextReaderConstLocalName, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, const xmlChar *, xmlTextReaderConstNamespaceUri, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, xmlNodePtr, xmlTextReaderCurrentNode, xmlTextReaderPtr)
FUNCTION_2(LIBXML2, xmlChar *, xmlTextReaderGetAttribute, xmlTextReaderPtr, const xmlChar *)
FUNCTION_1(LIBXML2, int, xmlTextReaderGetParserLineNumber, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, int, xmlTextReaderNext, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, int, xmlTextReaderNodeType, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, int, xmlTextReaderRead, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, xmlChar *, xmlTextReaderReadOuterXml, xmlTextReaderPtr)
FUNCTION_1(LIBXML2, xmlChar *, xmlTextReaderReadString, xmlTextReaderPtr)
FUNCTION_3(LIBXML2, void, xmlTextReaderSetErrorHandler, xmlTextReaderPtr,
    xmlTextReaderErrorFunc, void *)
FUNCTION_3(LIBXML2, void, xmlTextReaderSetStructuredErrorHandler, xmlTextReaderPtr,
    xmlStructuredErrorFunc, void *)
FUNCTION_2(
    LIBXML2, xmlXPathCompExprPtr, xmlXPathCtxtCompile, xmlXPathContextPtr, const xmlChar *)
FUNCTION_2(LIBXML2, xmlXPathObjectPtr, xmlXPathEval, const xmlChar *, xmlXPathContextPtr)
FUNCTION_1(LIBXML2, void, xmlXPathFreeCompExpr, xmlXPathCompExprPtr)
FUNCTION_1(LIBXML2, void, xmlXPathFreeContext, xmlXPathContextPtr)
FUNCTION_1(LIBXML2, void, xmlXPathFreeObject, xmlXPathObjectPtr)
FUNCTION_1(LIBXML2, xmlXPathContextPtr, xmlXPathNewContext, xmlDocPtr)
FUNCTION_1(LIBXML2, void, xmlXPathNodeSetSort, xmlNodeSetPtr)
#define ICU "libicuuc.so." U_ICU_VERSION_SHORT

FUNCTION_1(ICU, int8_t, u_charType, UChar32)
FUNCTION_1(ICU, UBool, u_isalpha, UChar32)
FUNCTION_1(ICU, UBool, u_islower, UChar32)
FUNCTION_1(ICU, UBool, u_istitle, UChar32)
FUNCTION_1(ICU, UBool, u_isupper, UChar32)
FUNCTION_3(ICU, int32_t, u_memcmp, const UChar *, const UChar *, int32_t)
FUNCTION_6(ICU, int32_t, u_strFoldCase, UChar *, int32_t, const UChar *, int32_t, uint32_t,
    UErrorCode *)
FUNCTION_6(ICU, UChar *, u_strFromUTF8, UChar *, int32_t, int32_t *, const char *, int32_t,
    UErrorCode *)
FUNCTION_6(
    ICU, char *, u_strToUTF8, char *, int32_t, int32_t *, const UChar *, int32_t, UErrorCode *)
FUNCTION_1(ICU, void, uidna_close, UIDNA *)
FUNCTION_7(ICU, int32_t, uidna_nameToASCII_UTF8, const UIDNA *, const char *, int32_t, char *,
    int32_t, UIDNAInfo *, UErrorCode *)
FUNCTION_2(ICU, UIDNA *, uidna_openUTS46, uint32_t, UErrorCode *)
FUNCTION_4(ICU, int32_t, uloc_addLikelySubtags, const char *, char *, int32_t, UErrorCode *)
FUNCTION_4(ICU, int32_t, uloc_canonicalize, const char *, char *, int32_t, UErrorCode *)
FUNCTION_5(ICU, int32_t, uloc_getDisplayLanguage, const char *, const char *, UChar *, int32_t,
    UErrorCode *)
FUNCTION_0(ICU, const char *const *, uloc_getISOLanguages)
FUNCTION_5(ICU, int32_t, uloc_toLanguageTag, const char *, char *, int32_t, UBool, UErrorCode *)
FUNCTION_1(ICU, const UNormalizer2 *, unorm2_getNFKCCasefoldInstance, UErrorCode *)
FUNCTION_1(ICU, const UNormalizer2 *, unorm2_getNFKCInstance, UErrorCode *)
FUNCTION_6(ICU, int32_t, unorm2_normalize, const UNormalizer2 *, const UChar *, int32_t,
    UChar *, int32_t, UErrorCode *)
FUNCTION_2(ICU, UScriptCode, uscript_getScript, UChar32, UErrorCode *)

#define LIBMAGIC "libmagic.so.1"

FUNCTION_3(LIBMAGIC, const char *, magic_buffer, magic_t, const void *, size_t)
FUNCTION_1(LIBMAGIC, void, magic_close, magic_t)
FUNCTION_1(LIBMAGIC, const char *, magic_error, magic_t)
FUNCTION_2(LIBMAGIC, int, magic_load, magic_t, const char *)
FUNCTION_1(LIBMAGIC, magic_t, magic_open, int)

#define NETTLE "libnettle.so.8"

FUNCTION_3(NETTLE, void, base16_encode_update, char *, size_t, const uint8_t *)
FUNCTION_1(NETTLE, void, base64_decode_init, struct base64_decode_ctx *)
FUNCTION_5(NETTLE, int, base64_decode_update, struct base64_decode_ctx *, size_t *, uint8_t *,
    size_t, const char *)
FUNCTION_3(NETTLE, void, sha256_digest, struct sha256_ctx *, size_t, uint8_t *)
FUNCTION_1(NETTLE, void, sha256_init, struct sha256_ctx *)
FUNCTION_3(NETTLE, void, sha256_update, struct sha256_ctx *, size_t, const uint8_t *)

#define PCRE2 "libpcre2-8.so.0"

FUNCTION_1(PCRE2, void, pcre2_code_free, pcre2_code *)
FUNCTION_6(PCRE2, pcre2_code *, pcre2_compile, PCRE2_SPTR, PCRE2_SIZE, uint32_t, int *,
    PCRE2_SIZE *, pcre2_compile_context *)
FUNCTION_3(PCRE2, int, pcre2_get_error_message, int, PCRE2_UCHAR *, PCRE2_SIZE)
FUNCTION_1(PCRE2, PCRE2_SPTR, pcre2_get_mark, pcre2_match_data *)
FUNCTION_1(PCRE2, PCRE2_SIZE *, pcre2_get_ovector_pointer, pcre2_match_data *)
FUNCTION_2(PCRE2, int, pcre2_jit_compile, pcre2_code *, uint32_t)
FUNCTION_7(PCRE2, int, pcre2_match, const pcre2_code *, PCRE2_SPTR, PCRE2_SIZE, PCRE2_SIZE,
    uint32_t, pcre2_match_data *, pcre2_match_context *)
FUNCTION_2(
    PCRE2, pcre2_match_data *, pcre2_match_data_create, uint32_t, pcre2_general_context *)
FUNCTION_1(PCRE2, void, pcre2_match_data_free, pcre2_match_data *)
FUNCTION_3(PCRE2, int, pcre2_pattern_info, const pcre2_code *, uint32_t, void *)

#define ZLIB "libz.so.1"

FUNCTION_2(ZLIB, int, inflate, z_streamp, int)
FUNCTION_1(ZLIB, int, inflateEnd, z_streamp)
FUNCTION_4(ZLIB, int, inflateInit2_, z_streamp, int, const char *, int)
FUNCTION_1(ZLIB, int, inflateReset, z_streamp)

#define LIBDEFLATE "libdeflate.so.0"

FUNCTION_0(LIBDEFLATE, struct libdeflate_decompressor *, libdeflate_alloc_decompressor)
FUNCTION_1(LIBDEFLATE, void, libdeflate_free_decompressor, struct libdeflate_decompressor *)
FUNCTION_7(LIBDEFLATE, enum libdeflate_result, libdeflate_gzip_decompress_ex,
    struct libdeflate_decompressor *, const void *, size_t, void *, size_t, size_t *, size_t *)

#define GMIME "libgmime-3.0.so.0"

FUNCTION_3(GMIME, gboolean, g_mime_content_type_is_type, GMimeContentType *, const char *,
    const char *)
FUNCTION_2(
    GMIME, ssize_t, g_mime_data_wrapper_write_to_stream, GMimeDataWrapper *, GMimeStream *)
FUNCTION_0(GMIME, void, g_mime_init)
FUNCTION_1(GMIME, GMimeObject *, g_mime_message_get_mime_part, GMimeMessage *)
FUNCTION_1(GMIME, int, g_mime_multipart_get_count, GMimeMultipart *)
FUNCTION_2(GMIME, GMimeObject *, g_mime_multipart_get_part, GMimeMultipart *, int)
FUNCTION_1(GMIME, const char *, g_mime_object_get_content_id, GMimeObject *)
FUNCTION_1(GMIME, GMimeContentType *, g_mime_object_get_content_type, GMimeObject *)
FUNCTION_2(
    GMIME, const char *, g_mime_object_get_content_type_parameter, GMimeObject *, const char *)
FUNCTION_2(GMIME, const char *, g_mime_object_get_header, GMimeObject *, const char *)
FUNCTION_2(
    GMIME, GMimeMessage *, g_mime_parser_construct_message, GMimeParser *, GMimeParserOptions *)
FUNCTION_1(GMIME, GMimeParser *, g_mime_parser_new_with_stream, GMimeStream *)
FUNCTION_1(GMIME, GMimeDataWrapper *, g_mime_part_get_content, GMimePart *)
FUNCTION_1(GMIME, GByteArray *, g_mime_stream_mem_get_byte_array, GMimeStreamMem *)
FUNCTION_0(GMIME, GMimeStream *, g_mime_stream_mem_new)
FUNCTION_2(GMIME, GMimeStream *, g_mime_stream_mem_new_with_buffer, const char *, size_t)

/* Loaded with it. */
FUNCTION_1("libgobject-2.0.so.0", void, g_object_unref, gpointer)

#define JANSSON "libjansson.so.4"

FUNCTION_0(JANSSON, json_t *, json_array)
FUNCTION_2(JANSSON, int, json_array_append_new, json_t *, json_t *)
FUNCTION_2(JANSSON, json_t *, json_array_get, const json_t *, size_t)
FUNCTION_1(JANSSON, size_t, json_array_size, const json_t *)
FUNCTION_1(JANSSON, void, json_delete, json_t *)
FUNCTION_2(JANSSON, char *, json_dumps, const json_t *, size_t)
FUNCTION_1(JANSSON, json_t *, json_integer, json_int_t)
FUNCTION_4(JANSSON, json_t *, json_loadb, const char *, size_t, size_t, json_error_t *)
FUNCTION_0(JANSSON, json_t *, json_object)
FUNCTION_2(JANSSON, json_t *, json_object_get, const json_t *, const char *)
FUNCTION_1(JANSSON, void *, json_object_iter, json_t *)
FUNCTION_1(JANSSON, const char *, json_object_iter_key, void *)
FUNCTION_2(JANSSON, void *, json_object_iter_next, json_t *, void *)
FUNCTION_1(JANSSON, json_t *, json_object_iter_value, void *)
FUNCTION_1(JANSSON, void *, json_object_key_to_iter, const char *)
FUNCTION_3(JANSSON, int, json_object_set_new, json_t *, const char *, json_t *)
FUNCTION_1(JANSSON, size_t, json_object_size, const json_t *)
FUNCTION_1(JANSSON, size_t, json_string_length, const json_t *)
FUNCTION_1(JANSSON, const char *, json_string_value, const json_t *)
FUNCTION_2(JANSSON, json_t *, json_stringn, const char *, size_t)
FUNCTION_0(JANSSON, json_t *, json_true)

#define LIBCSV "libcsv.so.3"

typedef void csv_field(void *, size_t, void *);
typedef void csv_row(int, void *);
typedef void *csv_realloc(void *, size_t);
typedef int csv_is_space(unsigned char);

FUNCTION_4(LIBCSV, int, csv_fini, struct csv_parser *, csv_field *, csv_row *, void *)
FUNCTION_1(LIBCSV, void, csv_free, struct csv_parser *)
FUNCTION_2(LIBCSV, int, csv_init, struct csv_parser *, unsigned char)
FUNCTION_6(LIBCSV, size_t, csv_parse, struct csv_parser *, const void *, size_t, csv_field *,
    csv_row *, void *)
FUNCTION_2(LIBCSV, void, csv_set_delim, struct csv_parser *, unsigned char)
FUNCTION_2(LIBCSV, void, csv_set_realloc_func, struct csv_parser *, csv_realloc *)
FUNCTION_2(LIBCSV, void, csv_set_space_func, struct csv_parser *, csv_is_space *)
FUNCTION_5(LIBCSV, size_t, csv_write2, void *, size_t, const void *, size_t, unsigned char)
